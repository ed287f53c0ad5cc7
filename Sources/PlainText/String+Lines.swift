extension StringProtocol {
  /// The lines of a text from outside, whichever system wrote it, without their ends.
  ///
  /// Every end of a line that Unicode knows ends one here: LF, CR LF, CR, NEL, U+2028, U+2029, and the two that also end a
  /// page. A mark of the byte order at the beginning is no part of the first line. An end at the very end of the text is
  /// followed by an empty line, so that the numbers of lines are those that editors show.
  ///
  /// **Text from outside is never split at `"\n"`**: CR LF is one `Character`, of which `"\n"` is no part.
  package var textLines: [SubSequence] {
    let text = first == "\u{FEFF}" ? dropFirst() : self[...]
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }
}
