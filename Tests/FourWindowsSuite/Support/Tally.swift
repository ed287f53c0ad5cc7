import CQRS
import EventSourcing
import SeedVault
import SuiteSupport
import Synchronization

/// A projection of the suite's own, which a learner's runner carries along in the tests of the runner.
///
/// So a mistake in the learner's windows does not count against the runner. A counter is a document with the positions
/// at which it was counted: whatever is applied twice or never shows.
final class Tally: Projection {
  let name: ProjectionName
  let handles: Set<String> = [TallyEvent.counted, TallyEvent.forgotten, TallyEvent.retired]
  private let keepsBook: Bool
  private let asked = Mutex<[GlobalPosition]>([])

  /// A tally with a name; one of a window, in case a runner knows these.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - keepsBook: Whether it also writes down what each event saw of all counters, so that shows what is applied on
  ///     stale documents.
  init(_ name: ProjectionName = .cards, keepingBook keepsBook: Bool = false) {
    self.name = name
    self.keepsBook = keepsBook
  }

  /// A tally that needs no codec.
  convenience init(codec: any EventCodec<LotEvent>) {
    self.init()
  }

  /// Another tally of the same kind.
  var twin: Tally { Tally(name, keepingBook: keepsBook) }

  /// The positions of all events it was asked about, in order.
  var positions: [GlobalPosition] { asked.withLock { $0 } }

  /// Counts one event.
  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    asked.withLock { $0.append(event.position) }
    let type = event.event.type
    guard handles.contains(type), type != TallyEvent.retired else { return [] }
    guard case .string(let counter) = event.event.payload else {
      throw .poison(event.position, reason: "The event names no counter.")
    }
    do throws(StorageFault) {
      let key = ViewKey(name.rawValue, counter)
      let count = try await text(key, in: views) + "\(event.position.rawValue) "
      let page = keepsBook ? [try await entry(for: event, in: views)] : []
      return [type == TallyEvent.counted ? .put(key, .string(count)) : .remove(key)] + page
    } catch {
      throw .views(error)
    }
  }

  /// The book with one more line: what the event saw of all counters.
  private func entry(
    for event: RecordedEvent, in views: any ViewReader
  ) async throws(StorageFault) -> ViewWrite {
    let book = ViewKey("\(name).book", "book")
    let seen = try await views.all(in: name.rawValue).sorted { $0.key < $1.key }
      .map { "\($0.key): \(plain($0.value))" }
    let line = "\(event.position.rawValue) saw \(seen.joined(separator: ", "))"
    return .put(book, .string(try await text(book, in: views) + line + "; "))
  }

  /// A document that is a text; an empty one if there is no such document.
  private func text(
    _ key: ViewKey, in views: any ViewReader
  ) async throws(StorageFault) -> String {
    guard case .string(let text)? = try await views.get(key) else { return "" }
    return text
  }
}
