import FoundationEssentials
import Markup

extension Encodable {
  /// The value as a JSON document, with keys in a fixed order and a line break at its end.
  ///
  /// Marks that reverse the direction of writing and other signs that are not seen are written as `\u202E`, which means the same
  /// to a program: whoever looks at the document is shown what it says.
  package func documentText() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Outside of strings a document holds nothing that is spelled out.
    return String(decoding: try encoder.encode(self), as: UTF8.self).visibleJSON + "\n"
  }
}
