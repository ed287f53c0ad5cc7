package import Grading

/// What can be asked of the certificate of one taking.
package enum CertificateCommand: Hashable, Codable, Sendable {
  /// Issue it; if it is issued already, that one stands.
  case issue(CertificateEvent.Papers, Eligibility)
  /// Take it back.
  case revoke(by: String, reason: String)

  /// What the gradebook says of the taking at the moment of issuing, by which the rules decide.
  package struct Eligibility: Hashable, Codable, Sendable {
    /// The weighted mark.
    package var mark: FractionText
    /// The lowest mark that passes, in hundredths.
    package var passMark: Int
    /// Whether the final exam is over.
    package var isExamOver: Bool
    /// The exercises whose counted results ran under weaker isolation than certificates demand.
    package var weaklyIsolated: [String]

    /// Sets every property.
    package init(mark: Rational, passMark: Int, isExamOver: Bool, weaklyIsolated: [String]) {
      self.mark = FractionText(mark)
      self.passMark = passMark
      self.isExamOver = isExamOver
      self.weaklyIsolated = weaklyIsolated
    }
  }
}
