import CQRS
import EventSourcing
import SeededRandom
import SuiteSupport

/// A history of accounts, and what it comes to when it is applied event by event without any runner.
struct History {
  /// The events, with gaps in their positions and some that no projection here handles.
  let events: [RecordedEvent]

  /// A random history, which ends with an event that no projection here handles.
  init(seed: UInt64, count: Int = 40) {
    var random = SeededGenerator(seed: seed)
    events = (1...count).map { number in
      let account = ["a", "b", "c"][Int.random(in: 0..<3, using: &random)]
      let event: AccountEvent? =
        switch number == count ? 9 : Int.random(in: 0..<10, using: &random) {
        case 0..<5: .added(account, Int64.random(in: 1...9, using: &random))
        case 5, 6: .closed(account)
        case 7: .counted
        default: nil
        }
      let id = EventID(rawValue: "e-\(number)")
      return RecordedEvent(
        event: event.map { AccountCodec().encode($0, id: id) }
          ?? NewEvent(id: id, type: "other", payload: .null),
        stream: "lot", version: StreamVersion(rawValue: number),
        position: GlobalPosition(rawValue: Int64(3 * number)), recordedAt: 0)
    }
  }

  /// The position of the last event.
  var end: GlobalPosition { events.last?.position ?? .start }

  /// The documents after the events up to a position.
  func contents(
    of name: ProjectionName = "balances", upTo position: GlobalPosition = .init(rawValue: .max)
  ) async throws -> [ViewKey: JSONValue] {
    let projection = Balances(name: name)
    let views = FakeViewStore()
    for event in events
    where event.position <= position && projection.handles.contains(event.event.type) {
      let writes = try await projection.writes(for: event, reading: views)
      try await views.commit(ViewCommit(projection: name, writes: writes, checkpoint: nil))
    }
    return views.contents.documents
  }
}
