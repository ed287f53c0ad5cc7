import Digests
import EventChain
import EventSourcing

/// A gradebook that lies in memory, as any store might hold it.
struct MemoryBook: ChainCursor {
  /// What lies there, in whatever order it was put.
  var links: [ChainLink] = []
  /// The head that is stated.
  var stated = Head.empty
  /// The positions at which nothing can be read.
  var unreadable: Set<Int64> = []

  /// What a row that cannot be read is met with.
  struct Unreadable: Error {
    /// Whether it tells of the content.
    var isFinding = true
  }

  /// A book of some batches, of two events each, that take turns in two streams.
  init(batches: Int = 3) throws {
    for number in 0..<batches {
      let stream: StreamID = number % 2 == 0 ? "lot-a" : "lot-b"
      let rows = try (1...2).map { part in
        try EventRow(
          NewEvent(
            id: EventID(rawValue: "\(number).\(part)"), type: "lot.tested", schema: 1,
            payload: .object(["n": .int(Int64(number)), "part": .number(0.5)]),
            metadata: ["by": "ida"]),
          in: stream, at: Timestamp(rawValue: Int64(number)))
      }
      let version = links.count { $0.event.stream == rows[0].stream }
      let (added, head) = stated.extended(by: rows, after: Int64(version))
      links += added
      stated = head
    }
  }

  /// The verdict of an examination.
  func verdict(expecting head: Head? = nil) throws -> ChainVerdict {
    do {
      return .sound(try ChainExamination(of: self, expecting: head).soundHead())
    } catch let flaw as Flaw {
      return .broken(flaw)
    }
  }

  /// The flaw that an examination finds, if it finds one.
  func flaw(expecting head: Head? = nil) throws -> Flaw? {
    if case .broken(let flaw) = try verdict(expecting: head) { flaw } else { nil }
  }

  /// Gives every event the digest it should have, and the head too: what a forger can do who knows the format.
  mutating func seal() {
    var digest = Head.empty.digest
    for index in links.indices {
      digest = links[index].event.digest(after: digest)
      links[index].digest = digest.bytes
    }
    stated = Head(count: Int64(links.count), digest: digest)
  }

  // MARK: - The cursor

  func head() throws -> Head { stated }

  func scan(_ positions: ClosedRange<Int64>, _ body: (FoundRow) throws -> Bool) throws {
    let found = links.filter { positions.contains($0.event.position) }
      .sorted { $0.event.position < $1.event.position }
    for link in found {
      let isReadable = !unreadable.contains(link.event.position)
      let row = FoundRow(
        at: link.event.position, isReadable ? .success(link) : .failure(Unreadable()))
      if try !body(row) { return }
    }
  }

  func scanStreams(_ body: (StreamPlace) throws -> Bool) throws {
    let order = links.map(\.event).sorted {
      $0.stream == $1.stream
        ? $0.version < $1.version : $0.stream.lexicographicallyPrecedes($1.stream)
    }
    for event in order {
      let place = StreamPlace(
        stream: event.stream, version: event.version, position: event.position)
      if try !body(place) { return }
    }
  }

  func finding(in error: any Error) -> String? {
    (error as? Unreadable)?.isFinding == true ? "it is gone" : nil
  }
}
