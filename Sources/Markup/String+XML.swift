import PlainText

extension String {
  /// The text as it stands in XML 1.0, between tags or in a quoted attribute, and comes back from every parser.
  ///
  /// What XML cannot hold, such as most control characters, is spelled out, and so are marks that reverse the direction of
  /// writing, as on a terminal. Line breaks and tabs are references, which no parser turns into spaces.
  package var xml: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "'" {
        // The name that HTML did not know for long.
        result += "&apos;"
      } else if scalar == "\n" || scalar == "\t" {
        result += "&#\(scalar.value);"
      } else if let reference = scalar.markupReference {
        result += reference
      } else if scalar.isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        result += scalar.spelled
      }
    }
  }
}
