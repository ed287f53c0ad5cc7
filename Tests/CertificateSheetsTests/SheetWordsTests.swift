import Testing

@testable import CertificateSheets

@Suite("What a sheet says in words")
struct SheetWordsTests {
  @Test("The first letter decides which way a text is written")
  func direction() {
    #expect("محمد".isRightToLeft)
    #expect("12 עדה Ada".isRightToLeft)
    #expect(!"Ada עדה".isRightToLeft)
    #expect(!"紫式部".isRightToLeft)
    #expect(!"".isRightToLeft)
  }

  @Test("A date is shown in words, and what is none as it is")
  func dates() {
    func words(_ date: String) -> String {
      var sheet = Samples.sheet(learner: "Ada")
      sheet.date = date
      return sheet.dateInWords
    }
    #expect(words("2026-11-20") == "20 November 2026")
    #expect(words("2027-01-02") == "2 January 2027")
    for odd in [
      "2026-13-01", "2026-11-32", "2026-00-10", "20261120", "yesterday", "", "2026-11--2",
    ] {
      #expect(words(odd) == odd)
    }
  }
}
