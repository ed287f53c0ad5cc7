import Markup
import Testing

@testable import CertificateSheets

@Suite("A text is fitted into its place")
struct TextFitTests {
  /// Fits a text as a name is fitted.
  private func fit(_ text: String) -> TextFit {
    TextFit(text, width: 2330, height: 262, largest: 190, comfortable: 92, smallest: 56)
  }

  @Test("No line is wider, and all lines are no higher, than the place")
  func fits() {
    for text in Samples.names + Samples.generated {
      let fit = fit(text.shown)
      for line in fit.lines { #expect(TextWidth.ofText(line) * fit.size <= 2330.001) }
      #expect(Double(fit.lines.count) * fit.size * TextFit.leading <= 262.001)
      #expect(fit.size > 0)
    }
  }

  @Test("Broken lines lose spaces and nothing else")
  func keepsAll() {
    for text in (Samples.names + Samples.generated).map(\.shown) {
      let lines = fit(text).lines
      func bare(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { $0 != " " } }
      #expect(bare(lines.joined()) == bare(text))
    }
  }

  @Test("Short names are as large as names can be, longer ones smaller, and all can be read")
  func sizes() {
    #expect(fit("Bo").size == 190)
    #expect(fit("Bo").lines == ["Bo"])
    #expect(fit("Ada Lovelace").lines == ["Ada Lovelace"])
    let long = fit("Maria Antonia Josepha Johanna von Habsburg-Lothringen y Borbón")
    #expect(long.lines == ["Maria Antonia Josepha Johanna", "von Habsburg-Lothringen y Borbón"])
    #expect(long.size > 90)
    // 400 bytes without a space, at least 3 mm high.
    #expect(fit(String(repeating: "Łó", count: 100)).size > 30)
    #expect(fit(String(repeating: "紫", count: 133)).size > 30)
  }

  @Test("Wide characters count as wide and marks above letters as nothing")
  func widths() {
    #expect(TextWidth.ofText("紫式") == 2)
    #expect(TextWidth.ofText("👨‍👩‍👧‍👦") == TextWidth.ofText("👩"))
    #expect(TextWidth.ofText("e\u{301}") == TextWidth.ofText("e"))
    #expect(TextWidth.ofText("ill") < TextWidth.ofText("mwm"))
  }
}
