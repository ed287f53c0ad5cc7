import PlainText

extension String {
  /// The text as it stands in a report's HTML, between tags or in a quoted attribute, its lines broken as they are.
  ///
  /// Marks that reverse the direction of writing and control characters are spelled out, as on a terminal: they could make
  /// a page show something else than it says.
  package var html: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "\n" {
        result += "<br>"
      } else if let reference = scalar.markupReference {
        result += reference
      } else if scalar.isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        result += scalar.spelled
      }
    }
  }

  /// The same, with what stands between backticks as code.
  package var htmlWithCode: String {
    let parts = split(separator: "`", omittingEmptySubsequences: false).map { String($0).html }
    // Backticks that do not pair stand for themselves.
    guard !parts.count.isMultiple(of: 2) else { return html }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? part : "<code>\(part)</code>"
    }.joined()
  }
}
