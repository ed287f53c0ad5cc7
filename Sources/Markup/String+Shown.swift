import PlainText

extension String {
  /// The text with everything spelled out that a page or a drawing would obey instead of show.
  ///
  /// Those are control characters and marks that reverse the direction of writing, which could make a certificate say
  /// something else than it certifies, and what XML cannot hold. Joiners stay where their script or an emoji needs
  /// them, and the letters of a flag stay in their flag: without these, a name would be written wrongly.
  package var shown: String {
    let scalars = Array(unicodeScalars)
    var result = ""
    var flag = 0..<0
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\u{1F3F4}" { flag = index..<Self.endOfFlag(startingAt: index, in: scalars) }
      if flag.contains(index) || !scalar.isUnsafe
        || scalar.isJoiner && Self.isJoined(index, in: scalars)
      {
        result.unicodeScalars.append(scalar)
      } else {
        result += scalar.spelled
      }
    }
    return result
  }

  /// The end of a flag that is spelled with letters nobody sees, as that of Scotland is.
  ///
  /// - Returns: the place after the black flag alone, if no such letters follow it or they do not end.
  private static func endOfFlag(startingAt start: Int, in scalars: [Unicode.Scalar]) -> Int {
    let letters = scalars[(start + 1)...].prefix { ("\u{E0030}"..."\u{E007A}").contains($0) }
    guard (3...6).contains(letters.count), letters.endIndex < scalars.count,
      scalars[letters.endIndex] == "\u{E007F}"
    else { return start + 1 }
    return letters.endIndex + 1
  }

  /// Is true for a joiner where one belongs: after a virama, or between two characters of which the first joins.
  private static func isJoined(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    // What is before a joiner in an emoji may have a skin tone or a request for colour.
    guard let before = scalars[..<index].last(where: { $0 != "\u{FE0F}" }) else { return false }
    if before.properties.canonicalCombiningClass == .virama { return true }
    guard before.joins, index + 1 < scalars.count else { return false }
    return !scalars[index + 1].properties.isWhitespace && !scalars[index + 1].isJoiner
  }
}

extension Unicode.Scalar {
  /// Is true for what tells its neighbours to join, or not to.
  fileprivate var isJoiner: Bool { self == "\u{200C}" || self == "\u{200D}" }

  /// Is true for what belongs to a script whose letters join, or to an emoji.
  fileprivate var joins: Bool {
    switch value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x1800...0x18AF, 0xA840...0xA87F: return true
    case 0xFB50...0xFDFF, 0xFE70...0xFEFE, 0x10AC0...0x10AFF, 0x1E900...0x1E95F: return true
    default: return value > 0xFF && (properties.isEmoji || properties.isEmojiModifier)
    }
  }

  /// Is true for what a page would obey, or XML refuse.
  fileprivate var isUnsafe: Bool { isObeyed || properties.isNoncharacterCodePoint }
}
