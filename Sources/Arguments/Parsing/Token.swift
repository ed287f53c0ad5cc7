/// A single argument of a command line, by its form alone.
///
/// The form is told by Unicode scalars, not characters: the equals sign of `--name=value` is one
/// also if the value begins with a combining accent, which is a part of its character.
enum Token {
  /// `--`, after which everything is a word.
  case terminator
  /// `--name` or `--name=value`.
  case long(name: String, value: String?)
  /// `-abc`, without the dash: flags, or an option and its value.
  case letters(String)
  /// Anything else, a lone dash and a negative number included.
  case word

  /// Recognizes the form of a text.
  init(_ text: String) {
    let scalars = text.unicodeScalars
    guard scalars.first == "-", scalars.count > 1, !text.isNegativeNumber else {
      self = .word
      return
    }
    guard scalars.dropFirst().first == "-" else {
      self = .letters(String(scalars.dropFirst()))
      return
    }
    guard scalars.count > 2 else {
      self = .terminator
      return
    }
    let parts = scalars.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    self = .long(
      name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : nil)
  }

  /// Whether the text can be the value of the option before it.
  var isWord: Bool {
    if case .word = self { true } else { false }
  }
}

extension String {
  /// Whether the text is a dash and a number in digits, perhaps with a decimal point.
  fileprivate var isNegativeNumber: Bool {
    guard unicodeScalars.first == "-" else { return false }
    let parts = unicodeScalars.dropFirst().split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) }
    }
  }
}
