extension String {
  /// The JSON text, of the same value, as it may stand in a CDATA section and in a script element.
  ///
  /// What would end either of them, or what XML cannot hold, can only stand in strings of JSON, where it may be spelled
  /// out.
  var embeddedJSON: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "<", ">", "&", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}",
        "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
