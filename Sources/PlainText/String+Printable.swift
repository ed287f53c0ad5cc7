extension String {
  /// The text with everything escaped that a terminal would obey instead of show.
  ///
  /// Text from outside may hold an escape sequence that repaints the screen, or marks that reverse
  /// the direction of writing; printed as `\u{1B}` they are harmless and can be seen.
  package var printable: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isObeyed {
        result += scalar.escapedForm
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// The scalar as a string literal has it, the common ones by their short names.
  fileprivate var escapedForm: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: spelled
    }
  }
}
