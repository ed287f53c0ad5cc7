import EventSourcing

/// An upcaster written as a function of the old fields.
struct Step: Upcaster {
  /// What the function does with the fields of an old payload.
  typealias Change = @Sendable (Fields) throws(EvolutionError) -> [StoredPayload]

  /// The schema this step starts from.
  let source: SchemaKey
  /// What it does.
  private let change: Change

  /// Creates a step.
  init(from source: SchemaKey, _ change: @escaping Change) {
    self.source = source
    self.change = change
  }

  /// Converts one payload of the source schema.
  func upcast(_ payload: JSONValue) throws(EvolutionError) -> [StoredPayload] {
    try change(Fields(StoredPayload(source, payload)))
  }
}
