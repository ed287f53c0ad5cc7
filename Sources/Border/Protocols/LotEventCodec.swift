package import EventSourcing
package import SeedVault

/// The calls that carry `UpcasterChain` and `LotEventCodec` across the border.
///
/// Steps cross as data; what they do, the provided ``UpcastRule`` does on the worker's side.
package enum EvolutionCalls {
  /// `UpcasterChain.make(_:)`; answers the new chain, or why there is none.
  package struct MakeChain: WireCall {
    package typealias Reply = Outcome<Handle, EvolutionError>
    package static let method = "chain.make"
    package var steps: [UpcastRule]
    package init(steps: [UpcastRule]) {
      self.steps = steps
    }
  }

  /// `UpcasterChain.upcast(_:)`.
  package struct Upcast: WireCall {
    package typealias Reply = Outcome<[StoredPayload], EvolutionError>
    package static let method = "chain.upcast"
    package var chain: Handle
    package var stored: StoredPayload
    package init(chain: Handle, stored: StoredPayload) {
      self.chain = chain
      self.stored = stored
    }
  }

  /// `LotEventCodec.init()`; answers the new codec.
  package struct OpenCodec: WireCall {
    package typealias Reply = Handle
    package static let method = "codec.open"
    package init() {}
  }

  /// `EventCodec.encode(_:id:)`.
  package struct Encode: WireCall {
    package typealias Reply = NewEvent
    package static let method = "codec.encode"
    package var codec: Handle
    package var event: LotEvent
    package var id: EventID
    package init(codec: Handle, event: LotEvent, id: EventID) {
      self.codec = codec
      self.event = event
      self.id = id
    }
  }

  /// `EventCodec.decode(_:mode:)` once per stored event, in order, all in the same mode.
  package struct Decode: WireCall {
    package typealias Reply = [Outcome<[LotEvent], EvolutionError>]
    package static let method = "codec.decode"
    package var codec: Handle
    package var stored: [RecordedEvent]
    package var mode: ReaderMode
    package init(codec: Handle, stored: [RecordedEvent], mode: ReaderMode) {
      self.codec = codec
      self.stored = stored
      self.mode = mode
    }
  }
}
