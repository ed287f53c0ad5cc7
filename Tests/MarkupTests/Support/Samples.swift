import SeededRandom

/// Texts that some format might mistake for its own, and every character there is.
enum Samples {
  /// Texts of pieces to which a format gives a meaning, random and the same in every run.
  static let hostile: [String] = {
    var random = SeededGenerator(seed: 20_261_130)
    return (0..<400).map { _ in
      (0...random.next(below: 12)).map { _ in random.pick(pieces) }.joined()
    }
  }()

  /// Every Unicode scalar of the planes that are in use, in texts of 256.
  static let everyScalar: [String] =
    ([0x0...0x2FFFF, 0xE0000...0xE0FFF, 0xFFF00...0x10FFFF] as [ClosedRange<UInt32>])
    .flatMap { range in
      stride(from: range.lowerBound, through: range.upperBound, by: 256).map { start in
        var text = String.UnicodeScalarView()
        text.append(contentsOf: (start...(start + 255)).compactMap(Unicode.Scalar.init))
        return String(text)
      }
    }

  /// All of them.
  static let all = hostile + everyScalar

  private static let pieces = [
    "<script>", "</script>", "</style>", "]]>", "<![CDATA[", "<!--", "-->", "&lt;", "&#39;",
    "&amp;",
    "\"", "'", "<", ">", "&", ",", "=", "+", "-", "@", "\u{FF1D}", "`", " ", "\u{A0}", "\\", "\\n",
    "\\u0041", "\\u{41}", "\u{0}", "\u{8}", "\u{B}", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{AD}",
    "\u{200C}", "\u{200D}", "\u{202E}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}",
    "\u{1FFFE}", "\u{E000}", "\u{E0067}", "\u{10FFFF}", "\t", "\n", "\r", "\r\n", "a", "é",
    "e\u{301}", "م", "क", "\u{94D}", "日本", "👩‍👩‍👧", "🏴", "\u{E007F}",
  ]
}
