/// How wide text is, estimated without a font.
///
/// **The estimate is that of a wide typeface**, so that text fitted by it fits in every face that may be used.
enum TextWidth {
  /// The width of a text in ems.
  static func ofText(_ text: String) -> Double {
    text.reduce(0) { $0 + ofCharacter($1) }
  }

  /// The width of a text in ems, in a face whose characters are all as wide; wide ones take two places.
  static func ofFixedPitch(_ text: String) -> Double {
    text.reduce(0) { $0 + ($1.isASCII ? 0.61 : 1.22) }
  }

  /// The width of one character in ems.
  private static func ofCharacter(_ character: Character) -> Double {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value > 0xFF
      && (first.properties.isEmojiPresentation
        || character.unicodeScalars.contains("\u{FE0F}"))
    {
      return 1.3
    }
    return character.unicodeScalars.reduce(0) { $0 + ofScalar($1) }
  }

  /// The width of one scalar in ems.
  private static func ofScalar(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "l", "j", "I", ".", ",", ":", ";", "'", "!", "|", "(", ")", "[", "]", "/", " ", "‘",
      "’":
      return 0.38
    case "f", "r", "t", "-", "\"", "s": return 0.5
    case "m", "w", "M", "W", "@", "%", "&", "—": return 1
    default: break
    }
    switch scalar.value {
    // The blocks of Chinese, Japanese and Korean, whose characters are as wide as they are high.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0x1F000...0x3FFFF:
      return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    case .spacingMark: return 0.4
    case .uppercaseLetter, .titlecaseLetter: return 0.78
    case .otherLetter: return 0.72
    default: return 0.64
    }
  }
}
