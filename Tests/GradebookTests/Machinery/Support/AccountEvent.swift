import EventSourcing

/// What can happen in the histories of these tests.
enum AccountEvent: Hashable, Codable {
  /// Something was added to an account.
  case added(String, Int64)
  /// An account was closed.
  case closed(String)
  /// All accounts were counted.
  case counted
}

/// The translation of the events of these tests; what it does not know is malformed.
struct AccountCodec: EventCodec {
  func encode(_ event: AccountEvent, id: EventID) -> NewEvent {
    switch event {
    case .added(let account, let amount):
      NewEvent(
        id: id, type: "added",
        payload: .object(["account": .string(account), "amount": .int(amount)]))
    case .closed(let account):
      NewEvent(id: id, type: "closed", payload: .object(["account": .string(account)]))
    case .counted: NewEvent(id: id, type: "counted", payload: .null)
    }
  }

  func decode(
    _ stored: RecordedEvent, mode: ReaderMode
  ) throws(EvolutionError) -> [AccountEvent] {
    let key = SchemaKey(stored.event.type, stored.event.schema)
    switch (stored.event.type, stored.event.payload) {
    case ("added", .object(let fields)):
      guard case .string(let account) = fields["account"], case .int(let amount) = fields["amount"]
      else { throw .malformed(key, field: "account") }
      return [.added(account, amount)]
    case ("closed", .object(let fields)):
      guard case .string(let account) = fields["account"] else {
        throw .malformed(key, field: "account")
      }
      return [.closed(account)]
    case ("counted", _): return [.counted]
    default: throw .malformed(key, field: "type")
    }
  }
}
