extension Unicode.Scalar {
  /// Is true for what is obeyed instead of shown: controls, marks that steer the direction of writing or are not seen, line
  /// separators, and what has only a private meaning.
  package var isObeyed: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
    default: false
    }
  }

  /// The scalar as Swift source code would spell it, `\u{202E}`.
  package var spelled: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
