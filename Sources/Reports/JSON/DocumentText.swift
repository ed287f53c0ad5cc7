import FoundationEssentials

extension Encodable {
  /// The value as a JSON document, with keys in a fixed order and a line break at its end.
  package func documentText() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
