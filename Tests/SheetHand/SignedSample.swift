import CertificateSheets
import Digests
import Foundation

/// A certificate that is really signed, by a key that everyone knows.
struct SignedSample {
  /// What is looked at.
  let sheet: CertificateSheet
  /// What the code on the paper says, without an address before it.
  let jws: String

  /// Signs a certificate for a name.
  ///
  /// - Parameter issuerID: The issuer's identity, or nil for that of the key itself.
  init(name: String, key: SampleKey, issuerID: String? = nil, hasPaper: Bool = true) {
    let issuer = issuerID ?? "did:key:\(key.multibase)"
    let method = issuerID.map { "\($0)#key-1" } ?? "\(issuer)#\(key.multibase)"
    let course = "Reactive Architecture: CQRS & Event Sourcing"
    let base = "https://course.example.org/cqrs-es"
    let id = "urn:uuid:6f1a2d3e-8c4b-4f6a-9b57-0d9e2c7a1b44"
    let results = [
      ("total", "Mark", "94.12"), ("review", "Review questions", "98.01"),
      ("cases", "Case studies", "90.50"), ("exam", "Final exam", "92.55"),
    ]
    let contexts: SampleJSON = [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    let statement: SampleJSON = [
      "@context": contexts, "id": .text(id),
      "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": .text(course),
      "issuer": [
        "id": .text(issuer), "type": ["Profile"], "name": "Reactive Swift Course",
        "url": "https://course.example.org/",
      ],
      "validFrom": "2026-11-20T09:30:00Z",
      "credentialSubject": [
        "id": "urn:uuid:0b0f6f0e-5f57-4f0e-a0b2-57b1f7a3c9d2", "type": ["AchievementSubject"],
        "identifier": [
          [
            "type": "IdentityObject", "identityType": "name", "hashed": false,
            "identityHash": .text(name),
          ]
        ],
        "achievement": [
          "id": .text(base), "type": ["Achievement"], "name": .text(course),
          "description": "Designs an event-sourced system.",
          "criteria": ["narrative": "The weighted mark is at least 75 %."],
          "resultDescription": .list(
            results.map { id, name, _ in
              [
                "id": .text("\(base)/results/\(id)"), "type": ["ResultDescription"],
                "name": .text(name), "resultType": "Percent",
              ]
            }),
        ],
        "result": .list(
          results.map { id, _, mark in
            [
              "type": ["Result"], "resultDescription": .text("\(base)/results/\(id)"),
              "value": .text(mark),
            ]
          }),
      ],
    ]
    let config: SampleJSON = [
      "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022",
      "created": "2026-11-20T09:30:00Z", "verificationMethod": .text(method),
      "proofPurpose": "assertionMethod", "@context": contexts,
    ]
    let digest = Digest(of: Data(statement.canonical.utf8)).bytes
    let signature = key.sign(Digest(of: Data(config.canonical.utf8)).bytes + digest)
    let proof = config.adding("proofValue", .text("z" + SampleKey.base58(signature)))

    let header: SampleJSON = ["alg": "EdDSA", "kid": .text(key.multibase)]
    let claims: SampleJSON = [
      "ach": .text(course), "iss": .text(issuer), "jti": .text(id), "name": .text(name),
      "nbf": "2026-11-20", "res": "94.12", "vch": .text(SampleKey.base64url(digest)),
    ]
    let signed = [header, claims].map { SampleKey.base64url($0.canonical.utf8) }.joined(
      separator: ".")
    jws = "\(signed).\(SampleKey.base64url(key.sign(Array(signed.utf8))))"
    sheet = CertificateSheet(
      course: course, learner: name, issuer: "Reactive Swift Course",
      issuerURL: "https://course.example.org/", issuerID: issuer, key: key.multibase,
      date: "2026-11-20", mark: "94.12", passMark: "75",
      parts: [
        .init(name: "Review questions", weight: "40", mark: "98.01"),
        .init(name: "Case studies", weight: "30", mark: "90.50"),
        .init(name: "Final exam", weight: "30", mark: "92.55"),
      ],
      id: id, document: statement.adding("proof", .list([proof])).readable() + "\n",
      paper: hasPaper ? "https://course.example.org/verify.html#\(jws)" : "")
  }
}
