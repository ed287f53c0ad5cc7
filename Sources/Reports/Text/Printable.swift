extension String {
  /// The text with everything escaped that a terminal would obey instead of show; line breaks and tabs stay.
  ///
  /// Names of folders, answers and last words come from learners: an escape sequence could repaint the screen, and a
  /// mark of direction could make a line read as another one.
  var printable: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar.properties.generalCategory {
      case .control where scalar != "\n" && scalar != "\t",
        .format, .lineSeparator, .paragraphSeparator:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// The text made printable in one line.
  var printableLine: String {
    replacing("\n", with: "\\n").replacing("\t", with: "\\t").printable
  }
}
