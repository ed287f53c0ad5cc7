public import EventSourcing

/// The calls that carry a learner's `UpcasterChain` across the border.
///
/// Steps cross as data; what they do, the provided ``UpcastRule`` does on the worker's side.
enum UpcasterChainCalls {
  /// `UpcasterChain.make(_:)`; answers the new chain, or why there is none.
  struct Make: WireCall {
    typealias Reply = Outcome<Handle, EvolutionError>
    static let method = "chain.make"
    var steps: [UpcastRule]
  }

  /// `UpcasterChain.upcast(_:)`.
  struct Upcast: WireCall {
    typealias Reply = Outcome<[StoredPayload], EvolutionError>
    static let method = "chain.upcast"
    var chain: Handle
    var stored: StoredPayload
  }
}

/// A learner's `UpcasterChain` in a worker, to be used like any other.
///
/// Its steps must be ``UpcastRule``s, which are data and so can cross the border. Once the worker
/// has broken, results are empty: the behaviour is lost already, by the worker's fault.
package struct RemoteUpcasterChain<Place: Peer>: UpcasterChain {
  private let place: Place
  private let chain: Handle

  /// Makes a chain in the running behaviour's worker.
  package static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> Self {
    let rules = steps.map { step in
      guard let rule = step as? UpcastRule else {
        preconditionFailure("a suite writes its steps as data")
      }
      return rule
    }
    let place = Place.current
    let made = place.answer(
      to: UpcasterChainCalls.Make(steps: rules), otherwise: .success(Handle(-1)))
    return Self(place: place, chain: try made.get())
  }

  /// What the learner makes of a payload.
  package func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    let call = UpcasterChainCalls.Upcast(chain: chain, stored: stored)
    return try place.answer(to: call, otherwise: .success([])).get()
  }
}

extension WorkerService {
  /// Serves a submission's `UpcasterChain`.
  public static func upcasterChain<Chain: UpcasterChain>(_ type: Chain.Type) -> Self {
    Self { $0.serve(type) }
  }
}

extension Peer {
  /// Serves a submission's chains.
  fileprivate func serve<Chain: UpcasterChain>(_ type: Chain.Type) {
    let chains = HandleTable<Chain>()
    serve(UpcasterChainCalls.Make.self) { call in
      Outcome(catching: { () throws(EvolutionError) in chains.add(try Chain.make(call.steps)) })
    }
    serve(UpcasterChainCalls.Upcast.self) { call in
      let chain = try chains[call.chain]
      return Outcome(catching: { () throws(EvolutionError) in try chain.upcast(call.stored) })
    }
  }
}
