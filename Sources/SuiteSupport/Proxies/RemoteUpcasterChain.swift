package import EventSourcing
import Wire

/// A learner's `UpcasterChain` in a worker, to be used like any other.
///
/// Its steps must be ``UpcastRule``s, which are data and so can cross the border. Once the worker
/// has broken, results are empty: the behaviour is lost already, by the worker's fault.
package struct RemoteUpcasterChain: UpcasterChain {
  private let worker: Worker
  private let chain: Handle

  /// Makes a chain in the running behaviour's worker.
  package static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> Self {
    let rules = steps.map { step in
      guard let rule = step as? UpcastRule else {
        preconditionFailure("a suite writes its steps as data")
      }
      return rule
    }
    let worker = Worker.current
    let made = worker.answer(
      to: EvolutionCalls.MakeChain(steps: rules), otherwise: .success(Handle(-1)))
    return Self(worker: worker, chain: try made.get())
  }

  /// What the learner makes of a payload.
  package func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    let call = EvolutionCalls.Upcast(chain: chain, stored: stored)
    return try worker.answer(to: call, otherwise: .success([])).get()
  }
}
