package import EventSourcing
package import SeedVault
import Wire

/// A learner's `LotEventCodec` in a worker, to be used like any other.
///
/// Once the worker has broken, answers are stand-ins: the behaviour is lost already, by the
/// worker's fault.
package struct RemoteLotEventCodec: LotEventCodec {
  private let worker: Worker
  private let codec: Handle

  /// Creates a codec in the running behaviour's worker.
  package init() {
    self.init(in: .current)
  }

  /// Creates a codec in a worker.
  package init(in worker: Worker) {
    self.worker = worker
    codec = worker.answer(to: EvolutionCalls.OpenCodec(), otherwise: Handle(-1))
  }

  /// The learner's stored form of an event.
  package func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    worker.answer(
      to: EvolutionCalls.Encode(codec: codec, event: event, id: id),
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
    let call = EvolutionCalls.Decode(codec: codec, stored: stored, mode: mode)
    let answers = worker.answer(to: call, otherwise: [])
    // A worker that answers for fewer or more events has answered for none.
    return answers.count == stored.count ? answers : stored.map { _ in .success([]) }
  }
}
