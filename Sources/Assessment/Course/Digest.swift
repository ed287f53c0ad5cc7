import CCrypto
package import FoundationEssentials

/// A SHA-256 digest (FIPS 180-4), computed by libcrypto.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The 64 lower-case hexadecimal digits.
  package let description: String

  /// Digests some bytes.
  package init(of bytes: some ContiguousBytes) {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let done = bytes.withUnsafeBytes { bytes in
      EVP_Digest(bytes.baseAddress, bytes.count, &digest, &length, EVP_sha256(), nil)
    }
    precondition(done == 1, "libcrypto computes SHA-256")
    description = digest.prefix(Int(length)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Digests a list of named contents so that no two different lists look alike.
  package init(ofNamed contents: [(name: String, bytes: Data)]) {
    var text = ""
    for (name, bytes) in contents {
      text += "\(name.utf8.count):\(name) \(Digest(of: bytes))\n"
    }
    self.init(of: Data(text.utf8))
  }
}
