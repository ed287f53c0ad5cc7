import PlainText

extension String {
  /// The text made printable, between quotation marks.
  var quoted: String { "'\(printable)'" }

  /// Whether the text can name a command or an argument: ASCII letters, digits and inner dashes.
  var isArgumentName: Bool {
    !isEmpty && first != "-" && last != "-"
      && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}
