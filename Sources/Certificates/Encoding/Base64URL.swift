import Foundation

/// Base64 for addresses (RFC 4648, section 5), without padding.
package enum Base64URL {
  /// Writes some bytes.
  package static func text(of bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  /// Reads some bytes.
  ///
  /// - Returns: `nil` unless the text is exactly what ``text(of:)`` writes.
  package static func bytes(of text: String) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    let standard = text.replacing("-", with: "+").replacing("_", with: "/") + padding
    guard let data = Data(base64Encoded: standard) else { return nil }
    let bytes = Array(data)
    return self.text(of: bytes) == text ? bytes : nil
  }
}
