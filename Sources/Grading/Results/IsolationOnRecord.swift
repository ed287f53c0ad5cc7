/// The isolation that a stored result names, which may be one that this grader does not know.
///
/// **What nobody knows is weaker than all**: a result counts for a certificate only where its isolation is known to reach
/// what is demanded.
package struct IsolationOnRecord: RawRepresentable, Hashable, Codable, Sendable {
  /// The name, as it is stored.
  package let rawValue: String

  /// The isolation of a stored name, whatever it is.
  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The isolation of a known level.
  package init(_ level: Isolation) {
    rawValue = level.rawValue
  }

  /// The level, if it is one that this grader knows.
  package var level: Isolation? { Isolation(rawValue: rawValue) }

  /// Whether it is at least as strong as what is demanded.
  package func reaches(_ minimum: Isolation) -> Bool { level.map { $0 >= minimum } ?? false }
}
