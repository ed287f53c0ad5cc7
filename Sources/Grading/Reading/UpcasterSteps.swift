package import EventSourcing

/// Upcasters joined by their keys, which bring what was stored to the present: events of the gradebook, and the
/// `grading.json` that a taking is marked under.
package struct UpcasterSteps: UpcasterChain {
  /// Each step by its source.
  private let steps: [SchemaKey: any Upcaster]

  /// Joins steps.
  ///
  /// - Throws: `ambiguousStep` if two have the same source.
  package static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> UpcasterSteps {
    var bySource: [SchemaKey: any Upcaster] = [:]
    for step in steps {
      guard bySource.updateValue(step, forKey: step.source) == nil else {
        throw .ambiguousStep(step.source)
      }
    }
    return UpcasterSteps(steps: bySource)
  }

  /// Brings a payload as far as the steps lead.
  ///
  /// - Throws: The error of a step, or `stepDidNotAdvance`.
  package func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    try upcast(stored, passed: [])
  }

  /// Brings a payload on that has passed some keys already.
  private func upcast(
    _ stored: StoredPayload, passed: Set<SchemaKey>
  ) throws(EvolutionError) -> [StoredPayload] {
    let source = stored.key
    guard let step = steps[source] else { return [stored] }
    var results: [StoredPayload] = []
    for next in try step.upcast(stored.payload) {
      let isForward = next.key.type != source.type || next.key.schema > source.schema
      guard isForward, !passed.contains(next.key) else { throw .stepDidNotAdvance(source) }
      results += try upcast(next, passed: passed.union([source]))
    }
    return results
  }
}
