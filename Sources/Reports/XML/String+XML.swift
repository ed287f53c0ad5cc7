extension String {
  /// The text as it stands in XML 1.0, between tags or in a quoted attribute, and comes back from every parser.
  ///
  /// What XML cannot hold, such as most control characters, is spelled out, and so are marks that reverse the direction of
  /// writing, as on a terminal. Line breaks and tabs are references, which no parser turns into spaces.
  var xml: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      case "\n", "\t": result += "&#\(scalar.value);"
      default:
        if scalar.isPlain {
          result.unicodeScalars.append(scalar)
        } else {
          result += scalar.spelled
        }
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar shows what it is and XML may hold it.
  fileprivate var isPlain: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
    default: value != 0xFFFE && value != 0xFFFF
    }
  }

  /// The scalar as Swift source code would spell it.
  fileprivate var spelled: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
