package import EventSourcing
package import SeedVault

/// The calls that carry an `EventCodec` of lot events to a worker: made *by* the worker, served by
/// the suite.
package enum LotCodecCalls {
  /// `encode(_:id:)`.
  package struct Encode: WireCall {
    package typealias Reply = NewEvent
    package static let method = "lotCodec.encode"
    package var codec: Handle
    package var event: LotEvent
    package var id: EventID
    package init(codec: Handle, event: LotEvent, id: EventID) {
      self.codec = codec
      self.event = event
      self.id = id
    }
  }

  /// `decode(_:mode:)`.
  package struct Decode: WireCall {
    package typealias Reply = Outcome<[LotEvent], EvolutionError>
    package static let method = "lotCodec.decode"
    package var codec: Handle
    package var stored: RecordedEvent
    package var mode: ReaderMode
    package init(codec: Handle, stored: RecordedEvent, mode: ReaderMode) {
      self.codec = codec
      self.stored = stored
      self.mode = mode
    }
  }
}
