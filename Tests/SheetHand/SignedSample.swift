import CertificateSheets
import Certificates
import Digests
import Foundation
import Reports
import StrictJSON

/// A certificate that is really signed, by a key that everyone knows.
struct SignedSample {
  /// What is looked at.
  let sheet: CertificateSheet
  /// What the code on the paper says, without an address before it.
  let jws: String

  /// The key of a sentence.
  static func key(_ sentence: String) -> SigningKey {
    guard let key = SigningKey(seed: Digest(of: Data(sentence.utf8)).bytes) else {
      preconditionFailure("a digest has as many bytes as a seed")
    }
    return key
  }

  /// Signs a certificate for a name.
  ///
  /// - Parameter web: The issuer's identity, or nil for that of the key itself.
  init(name: String, key: SigningKey, web: String? = nil, hasPaper: Bool = true) throws {
    let issuer = IssuerIdentity(key, named: "key-1", web: web)
    let base = "https://course.example.org/cqrs-es"
    let course = "Reactive Architecture: CQRS & Event Sourcing"
    let certificate = CompletionCertificate(
      id: "urn:uuid:6f1a2d3e-8c4b-4f6a-9b57-0d9e2c7a1b44", title: course,
      summary: "A sample that nobody earned.",
      issuer: .init(
        id: issuer.did, name: "Reactive Swift Course", url: "https://course.example.org/"),
      validFrom: "2026-11-20T09:30:00Z", subject: "urn:uuid:0b0f6f0e-5f57-4f0e-a0b2-57b1f7a3c9d2",
      learner: name, email: nil,
      achievement: .init(
        id: base, name: course, description: "Designs an event-sourced system.",
        criteriaID: "\(base)#criteria", criteria: "The weighted mark is at least 75 %.",
        language: "en", version: "1", tags: ["CQRS"]),
      results: [
        .init(
          id: "\(base)#mark", name: "Mark", type: "Percent", required: "75",
          range: .init(min: "0", max: "100"), value: "94.12")
      ]
        + [
          ("Review questions", "40", "39.20"), ("Case studies", "30", "27.15"),
          ("Final exam", "30", "27.77"),
        ].enumerated().map { index, part in
          .init(
            id: "\(base)#part-\(index)", name: part.0, type: "RawScore",
            range: .init(min: "0", max: part.1), value: part.2)
        },
      evidence: [],
      status: .init(list: "https://course.example.org/status/1.json", index: 73_912))
    jws = PaperProof(of: certificate).signed(with: key)
    sheet = CertificateSheet(
      certificate, key: key.publicKey,
      document: try certificate.signed(
        with: key, verificationMethod: issuer.verificationMethod
      ).pretty, paper: hasPaper ? "https://course.example.org/verify.html#\(jws)" : "")
  }
}
