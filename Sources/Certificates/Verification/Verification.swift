/// What came of verifying a certificate.
package struct Verification: Sendable {
  /// Whether it holds.
  package let outcome: Outcome
  /// What it says, as far as its signatures hold; what does not hold says nothing.
  package let facts: Facts?

  /// Whether a certificate holds.
  package enum Outcome: Hashable, Sendable {
    /// It does.
    case valid
    /// It was revoked.
    case revoked
    /// Everything but its status holds, and the status cannot be found out now; why, as a clause.
    case statusUnknown(String)
    /// It does not; why, as a clause.
    case notValid(String)

    /// The stable name in machine-readable results.
    package var name: String {
      switch self {
      case .valid: "valid"
      case .revoked: "revoked"
      case .statusUnknown: "statusUnknown"
      case .notValid: "notValid"
      }
    }
  }

  /// What a certificate says.
  package struct Facts: Sendable {
    /// The learner's full name.
    package let learner: String
    /// The course.
    package let course: String
    /// The day or moment it was issued.
    package let issued: String
    /// The results by name, the mark first.
    package let results: [(name: String, value: String)]
    /// The certificate's identity.
    package let id: String
    /// The issuer's name, if it is said.
    package let issuerName: String?
    /// The issuer's DID.
    package let issuer: String
    /// The key that signed it.
    package let key: PublicKey
    /// Whether the key is still in use.
    package let keyStatus: IssuerRegister.Status
    /// Whether it can be revoked at all.
    package let isRevocable: Bool
    /// What it rests on: a name and a digest each.
    package let evidence: [(name: String, id: String)]
  }
}
