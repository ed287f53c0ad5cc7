import PlainText

extension String {
  /// The text as a field of comma-separated values (RFC 4180): harmless, on one line, and in quotes where it must be.
  ///
  /// **It becomes no formula** in a spreadsheet: a text that begins with `=`, `+`, `-` or `@`, or with a full-width form of
  /// these, gets an apostrophe before it, also if spaces or apostrophes stand before the sign. What is obeyed instead of
  /// shown, such as tabs, line breaks and marks that reverse the direction of writing, is spelled out as on a terminal.
  package var csv: String {
    let safe = printable.withoutFormula
    guard safe.unicodeScalars.contains(where: { [",", "\""].contains($0) }) else { return safe }
    // Scalar by scalar: a mark that is combined with a quotation mark hides it from a search for characters only.
    let doubled = safe.unicodeScalars.reduce(into: "") { field, scalar in
      if scalar == "\"" { field.unicodeScalars.append(scalar) }
      field.unicodeScalars.append(scalar)
    }
    return "\"\(doubled)\""
  }

  /// The text as no spreadsheet takes it for a formula.
  private var withoutFormula: String {
    let first = unicodeScalars.first { $0 != "'" && !$0.properties.isWhitespace }
    return first.map(Self.formulaSigns.contains) == true ? "'" + self : self
  }

  /// The signs that begin a formula, and their full-width forms.
  private static let formulaSigns: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
}
