import EventSourcing

/// Upcasters joined by their keys: every payload goes from step to step until no step claims it.
struct TarnholtChain: UpcasterChain {
  /// The steps, each under the key it starts from.
  private let steps: [SchemaKey: any Upcaster]

  /// Joins steps into a chain, in whatever order they come.
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> TarnholtChain {
    // TODO: Put every step under its source. What if there is one already?
    TarnholtChain(steps: [:])
  }

  /// Brings a payload to the newest schemas the chain knows.
  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    // TODO: Find the step, take it, and do the same with everything it yields.
    // How do you notice that a step does not advance, or that a payload goes in a circle?
    [stored]
  }
}
