/// An upcaster written as data, so that it can be stored and sent between processes.
///
/// One target changes the payload, several split it, none retires it. The edits of a target are
/// applied one after another to a copy of the source payload.
///
/// ```swift
/// let rule = UpcastRule(
///   source: SchemaKey("lot.reserved", 1),
///   targets: [
///     .init(key: SchemaKey("lot.reserved", 2), edits: [.rename("qty", to: "seeds")])
///   ])
/// ```
public struct UpcastRule: Hashable, Codable, Sendable {
  /// The schema this rule starts from.
  public var source: SchemaKey

  /// What the rule yields, in order.
  public var targets: [Target]

  /// Creates a rule.
  public init(source: SchemaKey, targets: [Target]) {
    self.source = source
    self.targets = targets
  }
}

extension UpcastRule: Upcaster {
  /// Applies the edits of each target to the payload.
  ///
  /// - Parameter payload: A payload written in the schema ``source``.
  /// - Returns: One payload for each target, in their order.
  /// - Throws: `malformed` with an empty field name if the payload is no object, or `missingField`
  ///   if a field to be renamed is absent.
  public func upcast(_ payload: JSONValue) throws(EvolutionError) -> [StoredPayload] {
    guard case .object(let fields) = payload else { throw .malformed(source, field: "") }
    var results: [StoredPayload] = []
    for target in targets {
      var copy = fields
      for edit in target.edits {
        try edit.apply(to: &copy, of: source)
      }
      results.append(StoredPayload(target.key, .object(copy)))
    }
    return results
  }
}
