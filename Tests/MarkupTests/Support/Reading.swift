extension String {
  /// The text with every reference replaced by what it stands for; `nil` if an ampersand begins none.
  func withoutReferences(_ names: [String: String]) -> String? {
    let parts = split(separator: "&", omittingEmptySubsequences: false)
    var result = String(parts[0])
    for part in parts.dropFirst() {
      guard let (name, meant) = names.first(where: { part.hasPrefix("\($0.key);") }) else {
        return nil
      }
      result += meant + String(part.unicodeScalars.dropFirst(name.unicodeScalars.count + 1))
    }
    return result
  }

  /// The text with every `\u{41}` replaced by the character it spells.
  var withoutSpelling: String {
    replacing(#/\\u\{([0-9A-F]{1,6})\}/#) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? String(match.0)
    }
  }

  /// The scalars, which tell more texts apart than the text itself does.
  var scalars: [Unicode.Scalar] { Array(unicodeScalars) }

  /// Is true if the text holds one of these characters, whatever is combined with it.
  func holds(_ characters: String) -> Bool {
    unicodeScalars.contains { characters.unicodeScalars.contains($0) }
  }
}
