import EventSourcing
import SeedVault

/// The calls that carry an `EventCodec` of lot events across the border, to the side that holds it.
///
/// A learner's `LotEventCodec` has calls of its own, which ask for many events at once.
enum EventCodecCalls {
  /// `encode(_:id:)`.
  struct Encode: WireCall {
    typealias Reply = NewEvent
    static let method = "lotCodec.encode"
    var codec: Handle
    var event: LotEvent
    var id: EventID
  }

  /// `decode(_:mode:)`.
  struct Decode: WireCall {
    typealias Reply = Outcome<[LotEvent], EvolutionError>
    static let method = "lotCodec.decode"
    var codec: Handle
    var stored: RecordedEvent
    var mode: ReaderMode
  }
}

/// A codec of lot events that a peer holds; every translation is a call to it.
///
/// So no worker holds a solution of the exercise about codecs, and the suite decides what can be understood. Once the
/// peer has broken, answers are stand-ins.
struct RemoteEventCodec<Place: Peer>: EventCodec {
  private let codec: Handle
  private let place: Place

  /// Stands for a codec of a peer's.
  init(_ codec: Handle, in place: Place) {
    self.codec = codec
    self.place = place
  }

  /// Encodes an event by the peer's codec.
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    place.answer(
      to: EventCodecCalls.Encode(codec: codec, event: event, id: id),
      otherwise: NewEvent(id: id, type: "", payload: .null))
  }

  /// Decodes an event by the peer's codec.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    try place.answer(
      to: EventCodecCalls.Decode(codec: codec, stored: stored, mode: mode), otherwise: .success([])
    ).get()
  }
}

extension Peer {
  /// Holds a codec of lot events for the peer, also while this side blocks in a call of its own.
  ///
  /// - Returns: What the peer knows it by.
  func hold(_ codec: any EventCodec<LotEvent>) -> Handle { codecs.add(codec) }

  /// The codecs held for the peer.
  private var codecs: HandleTable<any EventCodec<LotEvent>> {
    held.table { codecs in
      serveAtOnce(EventCodecCalls.Encode.self) { call in
        try codecs[call.codec].encode(call.event, id: call.id)
      }
      serveAtOnce(EventCodecCalls.Decode.self) { call in
        let codec = try codecs[call.codec]
        return Outcome(catching: { () throws(EvolutionError) in
          try codec.decode(call.stored, mode: call.mode)
        })
      }
    }
  }
}
