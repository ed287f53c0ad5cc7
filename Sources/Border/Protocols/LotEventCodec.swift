package import EventSourcing
public import SeedVault

/// The calls that carry a learner's `LotEventCodec` across the border.
enum LotEventCodecCalls {
  /// `LotEventCodec.init()`; answers the new codec.
  struct Open: WireCall {
    typealias Reply = Handle
    static let method = "codec.open"
  }

  /// `EventCodec.encode(_:id:)`.
  struct Encode: WireCall {
    typealias Reply = NewEvent
    static let method = "codec.encode"
    var codec: Handle
    var event: LotEvent
    var id: EventID
  }

  /// `EventCodec.decode(_:mode:)` once per stored event, in order, all in the same mode.
  struct Decode: WireCall {
    typealias Reply = [Outcome<[LotEvent], EvolutionError>]
    static let method = "codec.decode"
    var codec: Handle
    var stored: [RecordedEvent]
    var mode: ReaderMode
  }
}

/// A learner's `LotEventCodec` in a worker, to be used like any other.
///
/// Once the worker has broken, answers are stand-ins: the behaviour is lost already, by the
/// worker's fault.
package struct RemoteLotEventCodec<Place: Peer>: LotEventCodec {
  private let place: Place
  private let codec: Handle

  /// Creates a codec in the running behaviour's worker.
  package init() {
    self.init(in: .current)
  }

  /// Creates a codec in a worker.
  package init(in place: Place) {
    self.place = place
    codec = place.answer(to: LotEventCodecCalls.Open(), otherwise: Handle(-1))
  }

  /// The learner's stored form of an event.
  package func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    place.answer(
      to: LotEventCodecCalls.Encode(codec: codec, event: event, id: id),
      otherwise: NewEvent(id: id, type: "", payload: .null))
  }

  /// The learner's reading of a stored event.
  package func decode(
    _ stored: RecordedEvent, mode: ReaderMode
  ) throws(EvolutionError) -> [LotEvent] {
    try (decode(each: [stored], mode: mode).first ?? .success([])).get()
  }

  /// The learner's reading of several stored events, each for itself, in one call.
  package func decode(
    each stored: [RecordedEvent], mode: ReaderMode
  ) -> [Outcome<[LotEvent], EvolutionError>] {
    let call = LotEventCodecCalls.Decode(codec: codec, stored: stored, mode: mode)
    let answers = place.answer(to: call, otherwise: [])
    // A worker that answers for fewer or more events has answered for none.
    return answers.count == stored.count ? answers : stored.map { _ in .success([]) }
  }
}

extension WorkerService {
  /// Serves a submission's `LotEventCodec`.
  public static func lotEventCodec<Codec: LotEventCodec>(_ type: Codec.Type) -> Self {
    Self { $0.serve(type) }
  }
}

extension Peer {
  /// Serves a submission's codecs.
  fileprivate func serve<Codec: LotEventCodec>(_ type: Codec.Type) {
    let codecs = HandleTable<Codec>()
    serve(LotEventCodecCalls.Open.self) { _ in codecs.add(Codec()) }
    serve(LotEventCodecCalls.Encode.self) { call in
      try codecs[call.codec].encode(call.event, id: call.id)
    }
    serve(LotEventCodecCalls.Decode.self) { call in
      let codec = try codecs[call.codec]
      return call.stored.map { stored in
        Outcome(catching: { () throws(EvolutionError) in
          try codec.decode(stored, mode: call.mode)
        })
      }
    }
  }
}
