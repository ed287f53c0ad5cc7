import CQRS
import EventSourcing
import SeedVault

extension RecordedEvent {
  /// The stored types that may decode into any lot event, former names included.
  static let lotTypes: Set<String> = [
    "lot.deposited", "lot.tested", "lot.reserved", "lot.released", "lot.dispatched",
    "lot.exhausted", "lot.discarded", "lot.shipped",
  ]

  /// The lot that the event is about and what it says, or nil if it says nothing about a lot.
  ///
  /// - Throws: `poison` with the event's position if the codec cannot understand it.
  func lotEvents(by codec: any EventCodec<LotEvent>)
    throws(ProjectionError) -> (lot: LotID, events: [LotEvent])?
  {
    guard let lot = LotID(stream: stream) else { return nil }
    let events: [LotEvent]
    do { events = try codec.decode(self, mode: .tolerant) } catch {
      throw .poison(position, reason: "\(error)")
    }
    return events.isEmpty ? nil : (lot, events)
  }
}
