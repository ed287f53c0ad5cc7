import Certificates
import EventSourcing
import Foundation
import Reports
import StrictJSON
import Testing

@Suite("What came of verifying a certificate, as text and document")
struct CertificateTextTests {
  /// A verification of a certificate whose learner has an odd name.
  private static func verification(
    _ outcome: Verification.Outcome
  ) async throws -> Verification {
    let key = SigningKey()
    let issuer = IssuerIdentity(key, named: "key-1", web: nil)
    let certificate = CompletionCertificate(
      id: "urn:uuid:1", title: "T", summary: "S",
      issuer: .init(id: issuer.did, name: "I", url: nil),
      validFrom: "2026-01-01T00:00:00Z", subject: "urn:uuid:2",
      learner: "Eve\u{1B}[2J\n\u{202E}x", email: nil,
      achievement: .init(
        id: "urn:a", name: "Course", description: "D", criteriaID: "urn:a#c", criteria: "C",
        language: "en", version: "1", tags: []),
      results: [.init(id: "urn:a#m", name: "Mark", type: "Percent", value: "80.00")], evidence: [],
      status: .init(list: "https://example.org/1", index: 3))
    let signed = try certificate.signed(with: key, verificationMethod: issuer.verificationMethod)
    var bits = Bitstring()
    if outcome == .revoked { bits.set(3) }
    let list = try StatusList(
      address: "https://example.org/1", validFrom: "2026-01-01T00:00:00Z",
      validUntil: "2030-01-01T00:00:00Z", revoked: bits
    ).signed(by: issuer.did, with: key, verificationMethod: issuer.verificationMethod)
    let register = IssuerRegister(pinning: outcome == .notValid("") ? [] : [key.publicKey])
    let verification = await Verifier(issuers: register, now: Moment(seconds: 1_790_000_000)) { _ in
      outcome == .statusUnknown("")
        ? .failure(InvalidCertificate("offline\u{7}")) : .success(Data(list.pretty.utf8))
    }.verify(Data(signed.pretty.utf8))
    #expect(verification.outcome.name == outcome.name)
    return verification
  }

  @Test(
    "The outcome is the first word, and nothing in a certificate steers a terminal",
    arguments: [
      (Verification.Outcome.valid, "VALID."), (.revoked, "REVOKED."),
      (.statusUnknown(""), "STATUS UNKNOWN."), (.notValid(""), "NOT VALID:"),
    ])
  func text(outcome: Verification.Outcome, word: String) async throws {
    let verification = try await Self.verification(outcome)
    for width in [40, 80, 120] {
      let text = CertificateText(
        verification, isDrawnAsIssued: nil, style: Style(isColoured: false), width: width
      ).text()
      #expect(text.hasPrefix(word))
      #expect(
        text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
      #expect(!text.contains("\u{202E}"))
      #expect(text.contains("80.00 %") == (outcome != .notValid("")))
    }
  }

  @Test("A drawing that is another one is warned of, beside facts only")
  func drawing() async throws {
    for (outcome, isWarned) in [(Verification.Outcome.valid, true), (.notValid(""), false)] {
      let text = CertificateText(
        try await Self.verification(outcome), isDrawnAsIssued: false,
        style: Style(isColoured: false), width: 80
      ).text()
      #expect(text.contains("not the drawing") == isWarned)
    }
  }

  @Test(
    "The document has outcome and reason always, and facts where the signatures hold",
    arguments: [
      Verification.Outcome.valid, .revoked, .statusUnknown(""), .notValid(""),
    ])
  func document(outcome: Verification.Outcome) async throws {
    let document = CertificateDocument(
      try await Self.verification(outcome), isDrawnAsIssued: false)
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(document.documentText().utf8))
    guard case .object(let members) = json else {
      Issue.record("the document is an object")
      return
    }
    #expect(members["format"] == .string("grader.certificate"))
    #expect(members["outcome"] == .string(outcome.name))
    #expect((members["reason"] != nil) == [.statusUnknown(""), .notValid("")].contains(outcome))
    #expect((members["learner"] != nil) == (outcome != .notValid("")))
    #expect((members["isDrawnAsIssued"] == .bool(false)) == (outcome != .notValid("")))
  }
}
