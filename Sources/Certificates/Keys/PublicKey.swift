import CCrypto
import Foundation

/// An Ed25519 public key (RFC 8032), verified with by libcrypto.
package struct PublicKey: Hashable, Sendable {
  /// How many bytes a key has.
  package static let size = 32
  /// How many bytes a signature has.
  package static let signatureSize = 64
  /// What says in multibase that a key is one of Ed25519: the multicodec 0xED as a varint.
  private static let prefix: [UInt8] = [0xED, 0x01]

  /// The bytes.
  package let bytes: [UInt8]

  /// Takes the bytes of a key; `nil` if they are not as many as ``size`` says.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  /// Reads a key as multibase writes it: `z6Mk…`.
  package init?(multibase: some StringProtocol) {
    guard multibase.first == "z", let bytes = Base58.bytes(of: multibase.dropFirst()),
      bytes.starts(with: Self.prefix)
    else { return nil }
    self.init(bytes: Array(bytes.dropFirst(Self.prefix.count)))
    guard self.multibase == multibase else { return nil }
  }

  /// Reads a key as a DID of the method `key` writes it: `did:key:z6Mk…`.
  package init?(did: some StringProtocol) {
    guard did.hasPrefix("did:key:") else { return nil }
    self.init(multibase: did.dropFirst(8))
  }

  /// The key as multibase writes it: `z6Mk…`.
  package var multibase: String { "z" + Base58.text(of: Self.prefix + bytes) }

  /// The DID that is this key.
  package var did: String { "did:key:\(multibase)" }

  /// Whether a signature of some bytes was made with the private half of this key.
  ///
  /// **A signature that is written in another way than RFC 8032 says is none.**
  package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == Self.signatureSize,
      let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
    else { return false }
    defer { EVP_PKEY_free(key) }
    guard let context = EVP_MD_CTX_new() else { return false }
    defer { EVP_MD_CTX_free(context) }
    return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
      && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }

  /// The key as other programs read it: PEM of a SubjectPublicKeyInfo (RFC 8410).
  package var pem: String {
    let header: [UInt8] = [
      0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]
    let body = Data(header + bytes).base64EncodedString()
    return "-----BEGIN PUBLIC KEY-----\n\(body)\n-----END PUBLIC KEY-----\n"
  }
}
