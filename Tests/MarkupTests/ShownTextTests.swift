import Markup
import Testing

@Suite("A text on a certificate is shown, not obeyed")
struct ShownTextTests {
  @Test(
    "What would turn writing round, or is not seen, is spelled out",
    arguments: [
      ("Ada\u{202E}evoL", "Ada\\u{202E}evoL"), ("\u{2066}Ada\u{2069}", "\\u{2066}Ada\\u{2069}"),
      ("a\u{200F}b", "a\\u{200F}b"), ("Ada\nLove\0", "Ada\\u{A}Love\\u{0}"),
      ("a\u{AD}b\u{FEFF}", "a\\u{AD}b\\u{FEFF}"), ("a\u{2028}b", "a\\u{2028}b"),
      ("a\u{E000}\u{FFFF}\u{1FFFE}", "a\\u{E000}\\u{FFFF}\\u{1FFFE}"),
    ])
  func spelledOut(text: String, expected: String) {
    #expect(text.shown == expected)
  }

  @Test(
    "Joiners and flags stay where a name needs them",
    arguments: [
      "👨‍👩‍👧‍👦", "👩🏽‍🔬", "❤️‍🔥", "می‌خواهم", "क्‍ष", "ක්‍රි", "അനില്‍",
      "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
      "Łukasz O’Neil-d’Arc", "紫式部", "e\u{301}",
    ])
  func kept(text: String) {
    #expect(Array(text.shown.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(
    "Joiners and letters of flags that nothing needs are spelled out",
    arguments: [
      ("Ad\u{200D}a", "Ad\\u{200D}a"), ("Ada\u{200C}", "Ada\\u{200C}"),
      ("\u{200D}Ada", "\\u{200D}Ada"),
      ("क\u{200D}", "क\\u{200D}"), ("م\u{200C}", "م\\u{200C}"), ("م\u{200C} ن", "م\\u{200C} ن"),
      ("م\u{200C}\u{200C}ن", "م\\u{200C}\\u{200C}ن"), ("1\u{200D}2", "1\\u{200D}2"),
      ("A\u{E0067}\u{E0062}\u{E007F}", "A\\u{E0067}\\u{E0062}\\u{E007F}"),
      ("🏴\u{E0067}\u{E0062}\u{E0073}", "🏴\\u{E0067}\\u{E0062}\\u{E0073}"),
    ])
  func spelledOutOfPlace(text: String, expected: String) {
    #expect(text.shown == expected)
  }

  @Test("What is safe to show stays as it is when it is made safe again")
  func idempotent() {
    for text in Samples.all {
      #expect(Array(text.shown.shown.unicodeScalars) == Array(text.shown.unicodeScalars))
    }
  }

  @Test(
    "Whatever is spelled out comes back, and the rest is nothing that a page obeys but joiners and flags"
  )
  func property() {
    for text in Samples.all {
      #expect(text.shown.withoutSpelling.scalars == text.withoutSpelling.scalars)
      for scalar in text.shown.unicodeScalars
      where scalar.properties.generalCategory != .format {
        #expect(scalar.properties.generalCategory != .control)
        #expect(!scalar.properties.isNoncharacterCodePoint)
      }
    }
  }
}
