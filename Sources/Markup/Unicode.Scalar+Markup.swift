import PlainText

extension Unicode.Scalar {
  /// Is true for what shows what it is, and documents of every kind may hold.
  ///
  /// Control characters and marks that reverse the direction of writing could make a page show something else than it says;
  /// the two others are in no document of XML 1.0.
  var isPlain: Bool { !isObeyed && value != 0xFFFE && value != 0xFFFF }

  /// The reference that stands for a character of markup in HTML, and in the SVG within it; `nil` for every other.
  var markupReference: String? {
    switch self {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: nil
    }
  }
}
