extension OrderedJSON {
  /// The canonical text (RFC 8785, JCS): no space, and names in the order of their UTF-16 code units.
  ///
  /// Texts are written as they are: JCS does not normalise Unicode.
  package var canonical: String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .string(let text): Self.quoted(text)
    case .array(let elements): "[\(elements.map(\.canonical).joined(separator: ","))]"
    case .object(let members):
      "{"
        + members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
        .map { "\(Self.quoted($0.name)):\($0.value.canonical)" }.joined(separator: ",") + "}"
    }
  }

  /// The text that people read: two spaces for each level, members in their order, and a line break at the end.
  package var pretty: String { pretty(indent: "") + "\n" }

  /// The text at some level.
  private func pretty(indent: String) -> String {
    let deeper = indent + "  "
    switch self {
    case .array(let elements) where !elements.isEmpty:
      let lines = elements.map { deeper + $0.pretty(indent: deeper) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map {
        "\(deeper)\(Self.quoted($0.name)): \($0.value.pretty(indent: deeper))"
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    default: return canonical
    }
  }

  /// A text in quotes.
  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    QuotedText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
