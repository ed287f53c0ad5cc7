/// Whether arrays and objects in a JSON text nest no deeper than a limit.
///
/// Looks at brackets outside strings only, in one pass and without recursion, so that hostile text is refused
/// before a recursive decoder sees it. Says nothing about whether the text is JSON at all.
package func jsonDepth(of text: [UInt8], isAtMost limit: Int) -> Bool {
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
