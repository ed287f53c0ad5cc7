import Digests
import Foundation
import StrictJSON
import Testing

@testable import Certificates

@Suite(
  "Proofs against published vectors", .enabled(if: Vectors.arePresent, Vectors.missing))
struct PublishedProofTests {
  @Test("W3C's eddsa-jcs-2022 example is signed with the published signature")
  func jcs() throws {
    let folder = "vc-di-eddsa/eddsa-jcs-2022"
    let signed = try OrderedJSON(strictly: Vectors.data("\(folder)/signedJCS.json"))
    let proof = try #require(signed["proof"])
    let document = signed.without("proof")
    let configuration = proof.without("proofValue")
    #expect(document.canonical == (try Vectors.text("\(folder)/canonDocJCS.txt")))
    #expect(configuration.canonical == (try Vectors.text("\(folder)/proofCanonJCS.txt")))
    let message = try Cryptosuite.jcs.message(document, configuration: configuration, kind: .badge)
    #expect(
      message.map { String(format: "%02x", $0) }.joined()
        == (try Vectors.text("\(folder)/combinedHashJCS.txt")))
    let signature = try Self.w3cKey().signature(of: message)
    #expect("z" + Base58.text(of: signature) == proof["proofValue"]?.text)
  }

  @Test(
    "W3C's eddsa-rdfc-2022 example is signed with the published signature, from its canonical text")
  func rdfc() throws {
    let folder = "vc-di-eddsa/eddsa-rdfc-2022"
    let message = try ["proofCanonDataInt.txt", "canonDocDataInt.txt"].flatMap { name in
      Digest(of: try Vectors.data("\(folder)/\(name)")).bytes
    }
    #expect(
      message.map { String(format: "%02x", $0) }.joined()
        == (try Vectors.text("\(folder)/combinedHashDataInt.txt")))
    let signature = try Self.w3cKey().signature(of: message)
    #expect("z" + Base58.text(of: signature) == (try Vectors.text("\(folder)/sigBTC58DataInt.txt")))
  }

  @Test("1EdTech's badge becomes the published linked data and bears the published signature")
  func badge() throws {
    let folder = "ob3-eddsa-rdfc-2022"
    let vector = try OrderedJSON(strictly: Vectors.data("\(folder)/vector.json"))
    let signed = try #require(vector["signed"])
    let proof = try #require(signed["proof"])
    let document = signed.without("proof").without("@context")
    #expect(
      try CanonicalQuads.text(of: document, as: .badge).trimmingCharacters(in: .newlines)
        == Vectors.text("\(folder)/document-canon.txt"))
    let configuration = proof.without("proofValue")
    #expect(
      try CanonicalQuads.text(of: configuration, as: .proof).trimmingCharacters(in: .newlines)
        == Vectors.text("\(folder)/proof-canon.txt"))
    let message = try Cryptosuite.rdfc.message(document, configuration: configuration, kind: .badge)
    let key = try #require(PublicKey(multibase: vector["publicKeyMultibase"]?.text ?? ""))
    let value = try #require(proof["proofValue"]?.text)
    let signature = try #require(Base58.bytes(of: value.dropFirst()))
    #expect(key.verifies(signature, of: message))
  }

  @Test(
    "the signed sample is read, written and canonicalised without a difference, and both proofs hold"
  )
  func sample() async throws {
    let data = try Vectors.data("sample-certificate.json")
    let signed = try OrderedJSON(strictly: data)
    let document = signed.without("proof")
    #expect(document.canonical == (try Vectors.text("sample-certificate.document.jcs")))
    #expect(
      try CanonicalQuads.text(of: document.without("@context"), as: .badge)
        == String(decoding: Vectors.data("sample-certificate.document.nq"), as: UTF8.self))
    #expect(try CompletionCertificate(document).document.canonical == document.canonical)
    let key = try #require(PublicKey(did: document["issuer"]?["id"]?.text ?? ""))
    let register = IssuerRegister(pinning: [key])
    // It names a status list that nobody serves.
    #expect(
      await Sample.outcome(of: data, by: register, now: Moment(seconds: 1_800_000_000))
        == .statusUnknown("offline"))
  }

  /// The private key of W3C's examples.
  private static func w3cKey() throws -> SigningKey {
    let pair = try OrderedJSON(strictly: Vectors.data("vc-di-eddsa/keyPair.json"))
    let text = try #require(pair["privateKeyMultibase"]?.text)
    let bytes = try #require(Base58.bytes(of: text.dropFirst()))
    // 0x8026: the multicodec of an Ed25519 private key.
    try #require(bytes.starts(with: [0x80, 0x26]))
    return try #require(SigningKey(seed: Array(bytes.dropFirst(2))))
  }
}
