import Certificates
import Digests
import Foundation
import StrictJSON
import Testing

@Suite("The code on paper")
struct PaperProofTests {
  @Test("it verifies with and without an address before it, and tells the facts")
  func valid() async throws {
    let text = PaperProof(of: Sample.certificate()).signed(with: Sample.key())
    for file in [text, "https://course.example.org/verify.html#\(text)\n"] {
      let verification = await Verifier(issuers: Sample.register, now: Sample.now) { _ in
        .failure(InvalidCertificate("offline"))
      }.verify(Data(file.utf8))
      #expect(verification.outcome == .valid)
      #expect(verification.facts?.learner == "Ada Lovelace")
      #expect(verification.facts?.results.first?.value == "94.12 %")
    }
  }

  @Test("it names the digest of the credential without proofs")
  func digest() {
    let certificate = Sample.certificate()
    #expect(
      PaperProof(of: certificate).digest
        == Digest(of: Data(certificate.document.canonical.utf8)))
  }

  @Test("any character of it, changed, makes it not valid")
  func changed() async throws {
    let text = Array(PaperProof(of: Sample.certificate()).signed(with: Sample.key()).utf8)
    for index in text.indices {
      var changed = text
      changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      let outcome = await Sample.outcome(of: Data(changed))
      guard case .notValid = outcome else {
        Issue.record("changed at \(index) it is \(outcome)")
        continue
      }
    }
  }

  @Test("one of a key that nobody trusts, or of a compromised one, is not valid")
  func untrusted() async {
    let text = PaperProof(of: Sample.certificate()).signed(with: Sample.key("Forger."))
    #expect(await Sample.outcome(of: Data(text.utf8)) != .valid)
    var register = Sample.register
    register.keys[0].status = .compromised
    let genuine = PaperProof(of: Sample.certificate()).signed(with: Sample.key())
    #expect(await Sample.outcome(of: Data(genuine.utf8), by: register) != .valid)
  }

  @Test("its place in a status list is asked for")
  func status() async {
    let certificate = Sample.certificate(
      status: .init(list: "https://course.example.org/status/1.json", index: 73_912))
    let text = PaperProof(of: certificate).signed(with: Sample.key())
    #expect(await Sample.outcome(of: Data(text.utf8)) == .statusUnknown("offline"))
  }
}
