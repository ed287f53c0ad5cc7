import EventSourcing

/// A chain that goes round until a round changes nothing; each payload carries its way along.
struct TarnholtChain: UpcasterChain {
  /// The steps, sorted by their sources.
  private let steps: [any Upcaster]

  /// Joins steps into a chain, in whatever order they come.
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> TarnholtChain {
    let sorted = steps.sorted {
      ($0.source.type, $0.source.schema) < ($1.source.type, $1.source.schema)
    }
    for (step, next) in zip(sorted, sorted.dropFirst()) where step.source == next.source {
      throw .ambiguousStep(step.source)
    }
    return TarnholtChain(steps: sorted)
  }

  /// Brings a payload to the newest schemas the chain knows.
  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    var travellers = [Traveller(payload: stored)]
    while true {
      var next: [Traveller] = []
      for traveller in travellers { next += try move(traveller) }
      if next.map(\.payload.key) == travellers.map(\.payload.key) { return next.map(\.payload) }
      travellers = next
    }
  }

  /// Moves a payload by at most one step.
  private func move(_ traveller: Traveller) throws(EvolutionError) -> [Traveller] {
    let key = traveller.payload.key
    guard let step = steps.first(where: { $0.source == key }) else { return [traveller] }
    guard !traveller.way.contains(key) else { throw .stepDidNotAdvance(key) }
    var moved: [Traveller] = []
    for payload in try step.upcast(traveller.payload.payload) {
      let isNewer = payload.key.type != key.type || payload.key.schema > key.schema
      guard isNewer else { throw .stepDidNotAdvance(key) }
      moved.append(Traveller(payload: payload, way: traveller.way + [key]))
    }
    return moved
  }
}

/// A payload under way.
private struct Traveller {
  /// The payload as it is now.
  var payload: StoredPayload
  /// The keys it had before.
  var way: [SchemaKey] = []
}
