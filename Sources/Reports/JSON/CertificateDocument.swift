package import Certificates

/// What came of verifying a certificate, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.certificate", "version": 1, "outcome": "valid" | "revoked" | "statusUnknown" | "notValid", "reason",
///   "learner", "course", "issued", "results": [ { "name", "value" } ], "id", "issuerName", "issuer", "key",
///   "keyStatus": "active" | "retired", "isRevocable", "isDrawnAsIssued", "evidence": [ { "name", "id" } ] }
/// ```
///
/// `isDrawnAsIssued` says whether a drawing or page is what the grader makes of the credential in it. `reason` is left out
/// unless something does not hold or is not known, `isDrawnAsIssued` where nothing is drawn, and everything behind it where the signatures do
/// not hold.
package struct CertificateDocument: Encodable {
  private let format = "grader.certificate"
  private let version = 1
  private let outcome: String
  private let reason: String?
  private let learner: String?
  private let course: String?
  private let issued: String?
  private let results: [Result]?
  private let id: String?
  private let issuerName: String?
  private let issuer: String?
  private let key: String?
  private let keyStatus: String?
  private let isRevocable: Bool?
  private let isDrawnAsIssued: Bool?
  private let evidence: [Evidence]?

  /// Puts a verification into the document.
  package init(_ verification: Verification, isDrawnAsIssued: Bool?) {
    outcome = verification.outcome.name
    switch verification.outcome {
    case .valid, .revoked: reason = nil
    case .statusUnknown(let why), .notValid(let why): reason = why
    }
    let facts = verification.facts
    learner = facts?.learner
    course = facts?.course
    issued = facts?.issued
    results = facts?.results.map { Result(name: $0.name, value: $0.value) }
    id = facts?.id
    issuerName = facts?.issuerName
    issuer = facts?.issuer
    key = facts?.key.multibase
    keyStatus = facts?.keyStatus.rawValue
    isRevocable = facts?.isRevocable
    self.isDrawnAsIssued = facts == nil ? nil : isDrawnAsIssued
    evidence = facts?.evidence.map { Evidence(name: $0.name, id: $0.id) }
  }

  /// One result.
  private struct Result: Encodable {
    var name: String
    var value: String
  }

  /// Something that a result rests on.
  private struct Evidence: Encodable {
    var name: String
    var id: String
  }
}
