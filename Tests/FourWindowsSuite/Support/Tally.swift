import CQRS
import EventSourcing
import SeedVault
import SuiteSupport
import Synchronization

/// A projection of the suite's own, which a learner's runner carries along in the tests of the runner.
///
/// So a mistake in the learner's windows does not count against the runner. It counts events by name, and writes down
/// what each event saw of all counters: whatever is applied twice, never, too early or on stale documents shows.
final class Tally: Projection {
  let name: ProjectionName
  let handles: Set<String> = [TallyEvent.counted, TallyEvent.forgotten, TallyEvent.retired]
  private let asked = Mutex<[GlobalPosition]>([])

  /// A tally with a name; one of a window, in case a runner knows these.
  init(_ name: ProjectionName = .cards) {
    self.name = name
  }

  /// A tally that needs no codec.
  convenience init(codec: any EventCodec<LotEvent>) {
    self.init()
  }

  /// The positions of all events it was asked about, in order.
  var positions: [GlobalPosition] { asked.withLock { $0 } }

  /// Counts one event, and writes down what it saw.
  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    asked.withLock { $0.append(event.position) }
    let type = event.event.type
    guard handles.contains(type), type != TallyEvent.retired else { return [] }
    guard case .string(let counter) = event.event.payload else {
      throw .poison(event.position, reason: "The event names no counter.")
    }
    let book = ViewKey("\(name).book", "book")
    let counters: [String: JSONValue]
    var lines: [JSONValue] = []
    do throws(StorageFault) {
      counters = try await views.all(in: name.rawValue)
      if case .array(let written)? = try await views.get(book) { lines = written }
    } catch {
      throw .views(error)
    }
    let seen = counters.keys.sorted().map { "\($0)=\(plain(counters[$0] ?? .null))" }
    lines.append(.string("\(event.position.rawValue) saw \(seen.joined(separator: ","))"))
    var count: Int64 = 1
    if case .int(let before)? = counters[counter] { count += before }
    let key = ViewKey(name.rawValue, counter)
    return [
      type == TallyEvent.counted ? .put(key, .int(count)) : .remove(key),
      .put(book, .array(lines)),
    ]
  }
}
