extension String {
  /// The JSON text, of the same value, as it may stand in a CDATA section and in a script element.
  ///
  /// What would end either of them, what XML cannot hold, and what is not seen can only stand in strings of JSON, where
  /// it may be spelled out.
  var embeddedJSON: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.mayStandInMarkup {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in a JSON text within markup; any other has four hexadecimal digits at most.
  fileprivate var mayStandInMarkup: Bool {
    switch self {
    case "<", ">", "&", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": return false
    case "\0"..."\u{7E}", "\u{10000}"...: return true
    default:
      switch properties.generalCategory {
      case .format, .lineSeparator, .paragraphSeparator: return false
      default: return true
      }
    }
  }
}
