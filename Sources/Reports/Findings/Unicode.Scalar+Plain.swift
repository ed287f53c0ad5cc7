extension Unicode.Scalar {
  /// Whether the scalar shows what it is, and documents of every kind may hold it.
  ///
  /// Control characters and marks that reverse the direction of writing could make a page show something else than it says.
  var isPlain: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
    default: value != 0xFFFE && value != 0xFFFF
    }
  }

  /// The scalar as Swift source code would spell it.
  var spelled: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
