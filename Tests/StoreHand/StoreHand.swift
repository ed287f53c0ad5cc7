import EventChain
import EventSourcing
import Foundation
import Glibc
import SQLiteStore

/// Another process that uses a gradebook, for tests: `store-hand WHAT FILE NAME COUNT`.
///
/// It prints a line for everything it was told by the store, at once, so that whoever ends it knows what it had.
@main
struct StoreHand {
  /// The file it uses.
  private let store: SQLiteEventStore
  /// What its events' identifiers begin with.
  private let name: String

  /// Does what the command line says.
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let count = Int(arguments[4]) else {
      print("usage: store-hand race|flood|append|limited|examine FILE NAME COUNT")
      exit(64)
    }
    if arguments[1] == "examine" { return await examine(arguments[2]) }
    let hand = StoreHand(
      store: try SQLiteEventStore.open(at: arguments[2], patience: .seconds(60)),
      name: arguments[3])
    try await StoreFaults.collecting { try await hand.run(arguments[1], count) }
  }

  /// Does one of the things that it can do.
  private func run(_ what: String, _ count: Int) async throws {
    switch what {
    case "race": try await race(rounds: count)
    case "flood": try await flood()
    case "append": try await append(count)
    case "limited":
      // Writing beyond the limit fails, as on a disk that breaks, instead of ending the process.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: UInt(count), rlim_max: .max)
      getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      limit.rlim_cur = UInt(count)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      try await append(.max)
    default: exit(64)
    }
  }

  /// The words of the last fault.
  private var fault: String { StoreFaults.last.map { "\($0)" } ?? "" }

  /// Says something, at once.
  private func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }

  /// An event of its own.
  private func event(_ number: Int, _ part: Int = 0) -> NewEvent {
    NewEvent(
      id: EventID(rawValue: "\(name)/\(number)/\(part)"), type: "t", payload: .int(Int64(number)))
  }

  /// Wants to be the first for every version, and says which it was.
  private func race(rounds: Int) async throws {
    var version = 0
    while version < rounds {
      do throws(EventStoreError) {
        let receipt = try await store.append(
          [event(version)], to: "contested", expecting: .exact(StreamVersion(rawValue: version)),
          at: 0)
        say("won \(receipt.version.rawValue) \(receipt.position.rawValue)")
        version += 1
      } catch {
        guard case .wrongExpectedVersion(_, let actual) = error else {
          say("failed \(error) \(fault)")
          return
        }
        version = actual.rawValue
      }
    }
  }

  /// Appends batches of three to a stream of its own until it is ended.
  private func flood() async throws {
    for number in 1... {
      let receipt = try await store.append(
        (0..<3).map { event(number, $0) }, to: StreamID(rawValue: name), expecting: .any, at: 0)
      say("\(number) \(receipt.position.rawValue)")
    }
  }

  /// Examines a file and opens it for reading and for writing, and says what came of each.
  private static func examine(_ path: String) async {
    func attempt(_ body: () async throws(StoreFileError) -> String) async {
      do throws(StoreFileError) { print(try await body()) } catch { print(error) }
    }
    await attempt { () async throws(StoreFileError) in
      "\(try await SQLiteEventStore.verify(at: path))"
    }
    await attempt { () async throws(StoreFileError) in
      "\(try SQLiteEventStore.open(at: path, mode: .readOnly).head().count) can be read"
    }
    await attempt { () async throws(StoreFileError) in
      "\(try SQLiteEventStore.open(at: path).head().count) can be written"
    }
  }

  /// Appends some events to a stream of its own, and ends with the first that fails.
  private func append(_ count: Int) async throws {
    for number in 1...count {
      do throws(EventStoreError) {
        let receipt = try await store.append(
          [event(number)], to: StreamID(rawValue: name), expecting: .any, at: 0)
        say("\(number) \(receipt.position.rawValue)")
      } catch {
        say("\(error)")
        say(fault)
        return
      }
    }
  }
}
