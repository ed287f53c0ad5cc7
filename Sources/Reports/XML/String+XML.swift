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
