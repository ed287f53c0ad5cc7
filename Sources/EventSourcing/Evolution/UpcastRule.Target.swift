extension UpcastRule {
  /// One payload that a rule yields.
  public struct Target: Hashable, Codable, Sendable {
    /// The schema of the new payload.
    public var key: SchemaKey

    /// The changes that lead from the source payload to the new one, in order.
    public var edits: [Edit]

    /// Creates a target.
    public init(key: SchemaKey, edits: [Edit] = []) {
      self.key = key
      self.edits = edits
    }
  }
}
