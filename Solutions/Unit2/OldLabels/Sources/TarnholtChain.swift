import EventSourcing

/// Upcasters joined by their keys: every payload goes from step to step until no step claims it.
struct TarnholtChain: UpcasterChain {
  /// The steps, each under the key it starts from.
  private let steps: [SchemaKey: any Upcaster]

  /// Joins steps into a chain, in whatever order they come.
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> TarnholtChain {
    var stepsByKey: [SchemaKey: any Upcaster] = [:]
    for step in steps {
      guard stepsByKey[step.source] == nil else { throw .ambiguousStep(step.source) }
      stepsByKey[step.source] = step
    }
    return TarnholtChain(steps: stepsByKey)
  }

  /// Brings a payload to the newest schemas the chain knows.
  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    try upcast(stored, after: [])
  }

  /// Brings a payload to the present that came along some keys already.
  ///
  /// The way is that of this one payload: another branch may well come along the same keys.
  private func upcast(
    _ stored: StoredPayload, after way: Set<SchemaKey>
  ) throws(EvolutionError) -> [StoredPayload] {
    let key = stored.key
    guard let step = steps[key] else { return [stored] }
    guard !way.contains(key) else { throw .stepDidNotAdvance(key) }
    var results: [StoredPayload] = []
    for next in try step.upcast(stored.payload) {
      guard next.key.type != key.type || next.key.schema > key.schema else {
        throw .stepDidNotAdvance(key)
      }
      results += try upcast(next, after: way.union([key]))
    }
    return results
  }
}
