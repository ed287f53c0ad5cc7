extension String {
  /// The text with a full stop, unless it ends a sentence already.
  var sentence: String {
    let ends: Set<Character> = [".", "!", "?", "…"]
    return last.map(ends.contains) == true ? self : self + "."
  }
}
