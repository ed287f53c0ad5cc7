import CQRS
import EventSourcing

/// A projection that reads single documents and whole collections, changes and removes them.
struct Balances: Projection {
  let codec: any EventCodec<AccountEvent>
  let name: ProjectionName
  let handles: Set<String> = ["added", "closed", "counted", "broken"]

  init(codec: any EventCodec<AccountEvent>) {
    self.init(name: "balances")
  }

  /// Creates a projection whose collections have its name.
  init(name: ProjectionName) {
    codec = AccountCodec()
    self.name = name
  }

  func writes(
    for event: RecordedEvent, reading: any ViewReader
  ) async throws(ProjectionError) -> [ViewWrite] {
    let events: [AccountEvent]
    do {
      events = try codec.decode(event, mode: .tolerant)
    } catch {
      throw .poison(event.position, reason: "\(error)")
    }
    guard let first = events.first else { return [] }
    do {
      return try await writes(for: first, reading)
    } catch {
      throw .views(error)
    }
  }

  /// The changes that one event causes.
  private func writes(
    for event: AccountEvent, _ reading: any ViewReader
  ) async throws(StorageFault) -> [ViewWrite] {
    switch event {
    case .added(let account, let amount):
      let key = ViewKey("\(name)", account)
      var sum = amount
      if case .int(let before) = try await reading.get(key) { sum = before &+ amount }
      return [.put(key, .int(sum))]
    case .closed(let account):
      return [.remove(ViewKey("\(name)", account))]
    case .counted:
      let accounts = try await reading.all(in: "\(name)")
      let key = ViewKey("\(name)-counts", "all")
      var counts: [JSONValue] = []
      if case .array(let before) = try await reading.get(key) { counts = before }
      return [.put(key, .array(counts + [.object(accounts)]))]
    }
  }
}
