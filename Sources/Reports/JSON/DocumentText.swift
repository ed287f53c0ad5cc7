import FoundationEssentials

extension Encodable {
  /// The value as a JSON document, with keys in a fixed order and a line break at its end.
  ///
  /// Marks that reverse the direction of writing and other signs that are not seen are written as `\u202E`, which means the same
  /// to a program: whoever looks at the document is shown what it says.
  package func documentText() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(self), as: UTF8.self)
    // Outside of strings a document holds none of these.
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .format, .lineSeparator, .paragraphSeparator:
        for unit in UTF16.encode(scalar) ?? .init() {
          let digits = String(unit, radix: 16, uppercase: true)
          shown.append(
            contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
              .unicodeScalars)
        }
      default: shown.append(scalar)
      }
    }
    return String(shown) + "\n"
  }
}
