import Glibc

/// Whether arrays and objects in a JSON text nest no deeper than a limit.
///
/// Looks at brackets outside strings only, in one pass and without recursion, so that hostile text is refused
/// before a recursive decoder sees it. Says nothing about whether the text is JSON at all.
package func jsonDepth(of text: [UInt8], isAtMost limit: Int) -> Bool {
  // Text with few brackets cannot nest deep. Nearly every frame is settled here, by the C library.
  if text.count(of: UInt8(ascii: "["), upTo: limit) + text.count(of: UInt8(ascii: "{"), upTo: limit)
    <= limit
  {
    return true
  }
  var depth = 0
  var inString = false
  var escaped = false
  for byte in text {
    if inString {
      if escaped {
        escaped = false
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else if byte == UInt8(ascii: "\"") {
        inString = false
      }
      continue
    }
    switch byte {
    case UInt8(ascii: "\""): inString = true
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      if depth > limit { return false }
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
    default: break
    }
  }
  return true
}

extension [UInt8] {
  /// How often a byte occurs; counting stops just above a limit.
  func count(of byte: UInt8, upTo limit: Int) -> Int {
    withUnsafeBytes { bytes in
      var rest = bytes[...]
      var count = 0
      while count <= limit, let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let found = memchr(start, Int32(byte), rest.count)
      {
        count += 1
        rest = rest.dropFirst(UnsafeRawPointer(found) - start + 1)
      }
      return count
    }
  }
}
