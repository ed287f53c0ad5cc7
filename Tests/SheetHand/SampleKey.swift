import CCrypto
import Digests
import Foundation

/// An Ed25519 key whose seed everyone knows, for samples.
struct SampleKey {
  /// The key in libcrypto.
  private let key: OpaquePointer
  /// The public key in multibase.
  let multibase: String

  /// Makes the key of a seed.
  init(seed: String) {
    let seed = Digest(of: Data(seed.utf8)).bytes
    var bytes = [UInt8](repeating: 0, count: 32)
    var length = bytes.count
    guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count),
      EVP_PKEY_get_raw_public_key(key, &bytes, &length) == 1
    else { preconditionFailure("libcrypto knows Ed25519") }
    self.key = key
    multibase = "z" + Self.base58([0xed, 0x01] + bytes)
  }

  /// Signs some bytes.
  func sign(_ message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: 64)
    var length = signature.count
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    let begun = EVP_DigestSignInit(context, nil, nil, nil, key)
    let done = EVP_DigestSign(context, &signature, &length, message, message.count)
    precondition(begun == 1 && done == 1 && length == 64, "libcrypto signs")
    return signature
  }

  /// Some bytes in base58btc.
  static func base58(_ bytes: [UInt8]) -> String {
    let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
    var digits: [Int] = []
    for byte in bytes {
      var carry = Int(byte)
      for index in digits.indices {
        carry += digits[index] << 8
        digits[index] = carry % 58
        carry /= 58
      }
      while carry > 0 {
        digits.append(carry % 58)
        carry /= 58
      }
    }
    let zeros = bytes.prefix { $0 == 0 }.count
    return String(repeating: "1", count: zeros) + String(digits.reversed().map { alphabet[$0] })
  }

  /// Some bytes in base64url without padding.
  static func base64url(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
