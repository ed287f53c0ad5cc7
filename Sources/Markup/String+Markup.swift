extension String {
  /// The text as it stands in HTML and in SVG, between tags or in a quoted attribute.
  ///
  /// Only what is markup is escaped, so that it comes back as it was; ``html`` also spells out what a page would obey, and
  /// ``shown`` does that for certificates.
  package var markup: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      if let reference = scalar.markupReference {
        result += reference
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}
