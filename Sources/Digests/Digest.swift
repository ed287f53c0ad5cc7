import CCrypto
package import FoundationEssentials

/// A SHA-256 digest (FIPS 180-4), computed by libcrypto.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// How many bytes a digest has.
  package static let size = 32

  /// The bytes, as many as ``size`` says.
  package let bytes: [UInt8]

  /// Digests some bytes.
  package init(of bytes: some ContiguousBytes) {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let done = bytes.withUnsafeBytes { bytes in
      EVP_Digest(bytes.baseAddress, bytes.count, &digest, &length, EVP_sha256(), nil)
    }
    precondition(done == 1 && length == Self.size, "libcrypto computes SHA-256")
    self.bytes = Array(digest.prefix(Self.size))
  }

  /// Digests a list of named contents so that no two different lists look alike.
  package init(ofNamed contents: [(name: String, bytes: Data)]) {
    var text = ""
    for (name, bytes) in contents {
      text += "\(name.utf8.count):\(name) \(Digest(of: bytes))\n"
    }
    self.init(of: Data(text.utf8))
  }

  /// Takes the bytes of a digest that was computed before.
  ///
  /// - Returns: nil if they are not as many as a digest has.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  /// Takes a digest from its ``description``, or from the same with upper-case digits.
  ///
  /// - Returns: nil if the text is anything else.
  package init?(_ description: String) {
    let digits = description.utf8.compactMap { Self.value(ofDigit: $0) }
    guard digits.count == Self.size * 2, digits.count == description.utf8.count else { return nil }
    bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// The 64 lower-case hexadecimal digits.
  package var description: String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// What a hexadecimal digit stands for.
  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
