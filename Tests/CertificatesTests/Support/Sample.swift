import Certificates
import Digests
import Foundation
import StrictJSON

/// A certificate that nobody earned, signed with a key that everybody can make.
enum Sample {
  /// The key whose seed is the digest of a published sentence.
  static func key(_ sentence: String = "Nobody trusts this key.") -> SigningKey {
    guard let key = SigningKey(seed: Digest(of: Data(sentence.utf8)).bytes) else {
      preconditionFailure("a digest has as many bytes as a seed")
    }
    return key
  }

  /// Who issues it.
  static let issuer = IssuerIdentity(key(), named: "key-1", web: nil)

  /// The register that pins the key.
  static let register = IssuerRegister(pinning: [key().publicKey])

  /// A moment after it was issued.
  static let now = Moment(seconds: 1_780_000_000)

  /// The certificate.
  static func certificate(
    learner: String = "Ada Lovelace", status: CompletionCertificate.StatusEntry? = nil,
    issuer: String = issuer.did
  ) -> CompletionCertificate {
    CompletionCertificate(
      id: "urn:uuid:6f1a2d3e-8c4b-4f6a-9b57-0d9e2c7a1b44", title: "A course",
      summary: "Certificate of completion.",
      issuer: .init(id: issuer, name: "Nobody", url: "https://course.example.org/"),
      validFrom: "2026-03-01T09:30:00Z", subject: "urn:uuid:0b0f6f0e-5f57-4f0e-a0b2-57b1f7a3c9d2",
      learner: learner, email: .init(of: "ada@example.org", salt: "7f1e9c52b0a44d0c"),
      achievement: .init(
        id: "https://course.example.org/course", name: "A course", description: "Does it.",
        criteriaID: "https://course.example.org/course#criteria", criteria: "At least 75 %.",
        language: "en", version: "1", tags: ["CQRS", "Swift"]),
      results: [
        .init(
          id: "https://course.example.org/course#mark", name: "Mark", type: "Percent",
          required: "75", range: .init(min: "0", max: "100"), value: "94.12"),
        .init(
          id: "https://course.example.org/course#exam", name: "Final exam", type: "RawScore",
          range: .init(min: "0", max: "30"), value: "28.00"),
        .init(
          id: "https://course.example.org/course#outcome", name: "Outcome", type: "Status"),
      ],
      evidence: [
        .init(
          Digest(of: Data("files".utf8)), name: "Submission", genre: "SourceCode",
          description: "The files."),
        .init(
          Digest(of: Data("record".utf8)), name: "Grading record", genre: "Report",
          description: "The record."),
      ], status: status)
  }

  /// The certificate with its proofs.
  static func signed(_ certificate: CompletionCertificate = certificate()) throws -> OrderedJSON {
    try certificate.signed(
      with: issuer.key, verificationMethod: issuer.verificationMethod)
  }

  /// What comes of verifying some bytes by the pinned key, without a network.
  static func outcome(
    of data: Data, by register: IssuerRegister = register, now: Moment = now
  ) async -> Verification.Outcome {
    await Verifier(issuers: register, now: now) { _ in .failure(InvalidCertificate("offline")) }
      .verify(data).outcome
  }

  /// The same of a document.
  static func outcome(
    of document: OrderedJSON, by register: IssuerRegister = register, now: Moment = now
  ) async -> Verification.Outcome {
    await outcome(of: Data(document.pretty.utf8), by: register, now: now)
  }
}
