import EventSourcing

/// A chain that counts: no way is longer than there are steps, unless it is a circle.
final class TarnholtChain: UpcasterChain {
  /// The steps, each under the key it starts from.
  private let steps: [SchemaKey: any Upcaster]

  /// Keeps steps.
  private init(_ steps: [SchemaKey: any Upcaster]) {
    self.steps = steps
  }

  /// Joins steps into a chain, in whatever order they come.
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> TarnholtChain {
    let groups = Dictionary(grouping: steps, by: \.source)
    if let double = groups.first(where: { $0.value.count > 1 }) { throw .ambiguousStep(double.key) }
    return TarnholtChain(groups.mapValues { $0[0] })
  }

  /// Brings a payload to the newest schemas the chain knows.
  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    try upcast(stored, stepsLeft: steps.count)
  }

  /// Brings a payload to the present within some steps.
  private func upcast(
    _ stored: StoredPayload, stepsLeft: Int
  ) throws(EvolutionError) -> [StoredPayload] {
    guard let step = steps[stored.key] else { return [stored] }
    guard stepsLeft > 0 else { throw .stepDidNotAdvance(stored.key) }
    var results: [StoredPayload] = []
    for next in try step.upcast(stored.payload) {
      if next.key.type == stored.key.type, next.key.schema <= stored.key.schema {
        throw .stepDidNotAdvance(stored.key)
      }
      results.append(contentsOf: try upcast(next, stepsLeft: stepsLeft - 1))
    }
    return results
  }
}
