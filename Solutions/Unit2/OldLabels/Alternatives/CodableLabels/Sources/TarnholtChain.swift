import EventSourcing

/// A chain that works off a stack, and refuses unsound rules when it is made.
struct TarnholtChain: UpcasterChain {
  /// The steps, each under the key it starts from.
  private var steps: [SchemaKey: any Upcaster] = [:]

  /// Joins steps into a chain; of rules it sees where they lead.
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> TarnholtChain {
    var chain = TarnholtChain()
    for step in steps where chain.steps.updateValue(step, forKey: step.source) != nil {
      throw .ambiguousStep(step.source)
    }
    let ends = chain.steps.compactMapValues { ($0 as? UpcastRule)?.targets.map(\.key) }
    for start in ends.keys {
      for end in ends[start] ?? [] where end.type == start.type && end.schema <= start.schema {
        throw .stepDidNotAdvance(start)
      }
      var reached: Set<SchemaKey> = []
      var open = ends[start] ?? []
      while let key = open.popLast() {
        if key == start { throw .stepDidNotAdvance(start) }
        if reached.insert(key).inserted { open += ends[key] ?? [] }
      }
    }
    return chain
  }

  /// Brings a payload to the newest schemas the chain knows.
  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    var results: [StoredPayload] = []
    var stack: [(payload: StoredPayload, way: [SchemaKey])] = [(stored, [])]
    while let (payload, way) = stack.popLast() {
      guard let step = steps[payload.key] else {
        results.append(payload)
        continue
      }
      // What is no rule shows only now where it leads.
      guard !way.contains(payload.key) else { throw .stepDidNotAdvance(payload.key) }
      for next in try step.upcast(payload.payload).reversed() {
        stack.append((next, way + [payload.key]))
      }
    }
    return results
  }
}
