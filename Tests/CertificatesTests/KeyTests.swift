import Certificates
import Foundation
import SeededRandom
import Testing

@Suite("Keys")
struct KeyTests {
  @Test(
    "RFC 8032's first two test vectors are reproduced",
    arguments: [
      (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
      ),
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
      ),
    ])
  func published(seed: String, publicKey: String, message: String, signature: String) throws {
    let key = try #require(SigningKey(seed: Self.bytes(seed)))
    #expect(key.publicKey.bytes == Self.bytes(publicKey))
    #expect(key.signature(of: Self.bytes(message)) == Self.bytes(signature))
    #expect(key.publicKey.verifies(Self.bytes(signature), of: Self.bytes(message)))
  }

  @Test("a signature that was changed in any bit is none", arguments: 0..<64)
  func changedSignature(byte: Int) {
    let key = Sample.key()
    let message = Array("message".utf8)
    for bit in 0..<8 {
      var signature = key.signature(of: message)
      signature[byte] ^= 1 << bit
      #expect(!key.publicKey.verifies(signature, of: message))
    }
  }

  @Test("a signature whose number exceeds the group's order is refused, though it fits")
  func malleability() throws {
    // RFC 8032, section 5.1.7: S must be below the order L; S + L would verify without that rule.
    let order = Self.bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
    let message = Array("message".utf8)
    var signature = Sample.key().signature(of: message)
    var carry = 0
    for index in 0..<32 {
      carry += Int(signature[32 + index]) + Int(order[index])
      signature[32 + index] = UInt8(carry & 0xFF)
      carry >>= 8
    }
    try #require(carry == 0)
    #expect(!Sample.key().publicKey.verifies(signature, of: message))
  }

  @Test("a key goes through PEM, multibase and its DID unchanged")
  func forms() throws {
    let key = SigningKey()
    let again = try #require(SigningKey(pem: key.pem))
    #expect(again.publicKey == key.publicKey)
    #expect(again.signature(of: [1, 2]) == key.signature(of: [1, 2]))
    #expect(PublicKey(multibase: key.publicKey.multibase) == key.publicKey)
    #expect(PublicKey(did: key.publicKey.did) == key.publicKey)
    #expect(key.publicKey.multibase.hasPrefix("z6Mk"))
    #expect(SigningKey().publicKey != key.publicKey)
  }

  @Test(
    "texts that are no key are refused",
    arguments: [
      "", "z", "z6Mk", "did:key:", "did:key:z6Mkw57Ho1KoCwgTMyaxx2af2JhbqhvGxLNKgUnMhGY5crW0",
      "did:key:x6Mkw57Ho1KoCwgTMyaxx2af2JhbqhvGxLNKgUnMhGY5crW4",
      "did:key:z6Mkw57Ho1KoCwgTMyaxx2af2JhbqhvGxLNKgUnMhGY5crW4 ",
      "did:key:z16Mkw57Ho1KoCwgTMyaxx2af2JhbqhvGxLNKgUnMhGY5crW4",
    ])
  func noKey(text: String) {
    #expect(PublicKey(did: text) == nil)
    #expect(PublicKey(multibase: text) == nil)
  }

  @Test("PEM of another kind, with a passphrase, or cut off is no key")
  func noPEM() {
    let encrypted = """
      -----BEGIN ENCRYPTED PRIVATE KEY-----
      MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjP1n8JyL7rFAICCAAw
      -----END ENCRYPTED PRIVATE KEY-----
      """
    for text in ["", "text", encrypted, Sample.key().publicKey.pem] {
      #expect(SigningKey(pem: Array(text.utf8)) == nil)
    }
    #expect(SigningKey(pem: Array(Sample.key().pem.dropLast(40))) == nil)
  }

  @Test(
    "the DID of a site is that of the method web, and only of plain https addresses",
    arguments: [
      ("https://course.example.org", "did:web:course.example.org"),
      ("https://course.example.org/", "did:web:course.example.org"),
      ("https://example.org:8443/a/b", "did:web:example.org%3A8443:a:b"),
      ("http://example.org", nil), ("https://", nil), ("https://a/../b", nil),
      ("https://user@example.org", nil), ("https://example.org?x", nil),
      ("https://example.org/#x", nil),
    ] as [(String, String?)])
  func web(site: String, did: String?) {
    #expect(IssuerIdentity.web(of: site) == did)
  }

  /// The bytes of hexadecimal digits.
  private static func bytes(_ digits: String) -> [UInt8] {
    stride(from: 0, to: digits.count, by: 2).map { offset in
      UInt8(digits.dropFirst(offset).prefix(2), radix: 16) ?? 0
    }
  }
}
