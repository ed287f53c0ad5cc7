import EventSourcing
import Grading
import QuestionBanks
import SeededRandom
import Testing

@Suite("GIFT from elsewhere is read as far as it can be, and the rest is listed by line")
struct GIFTImportTests {
  /// Reads questions of one bullet.
  private func read(_ text: String) -> GIFTImport {
    GIFTImport(text, bullets: ["U1-1", "U2-1"], fallback: "U1-1")
  }

  /// The only question of a text.
  private func only(_ text: String) throws -> QuestionBank.Item {
    let result = read(text)
    #expect(result.items.count == 1)
    return try #require(result.items.first)
  }

  @Test("Plain questions as people write them are understood")
  func kinds() throws {
    let choice = try only("Who's buried in Grant's tomb?{~Grant ~Jefferson =no one#Right \\= so}")
    #expect(choice.question.prompt == "Who's buried in Grant's tomb?")
    #expect(choice.question.form == .single(entries(["Grant", "Jefferson", "no one"])))
    #expect(choice.key.solution == .single("c"))
    #expect(choice.key.feedback == [.init(.option("c"), "Right = so")])

    let truth = try only("Grant was buried in a tomb.{TRUE}")
    #expect(truth.question.form == .single(entries(["True", "False"])))
    #expect(truth.key.solution == .single("a"))
    #expect(try only("The sun rises in the west.{F}").key.solution == .single("b"))

    let several = try only(
      "Who?{~%-50%No one\n~%50%Grant\n~%50%Grant's wife\n~%-50%Grant's father}")
    #expect(several.key.solution == .multiple(["b", "c"]))

    let pairs = try only("Match.{=Canada -> Ottawa =Italy -> Rome = -> Paris}")
    #expect(
      pairs.question.form
        == .matching(
          left: entries(["Canada", "Italy"]),
          right: entries(["Ottawa", "Rome", "Paris"], numbered: true)))
    #expect(pairs.key.solution == .matching(["a": "1", "b": "2"]))

    let number = try only("When?{#1822:5#Yes}")
    #expect(
      number.key.solution
        == .numeric([
          .init(id: "a", value: Rational(1822), tolerance: Rational(5), computation: "1822")
        ]))
    let range = try only("Pi?{#3.141..3.142}")
    #expect(
      range.key.solution
        == .numeric([
          .init(
            id: "a", value: Rational(31_415, over: 10_000), tolerance: Rational(5, over: 10_000),
            computation: "3.1415")
        ]))

    let words = try only("Two plus two?{=four =4 =%0%five =%0%*#Count again. ####It is so.}")
    #expect(words.key.solution == .text(accept: ["four", "4"], reject: ["five"]))
    #expect(words.key.feedback == [.init(.outcome(isRight: false), "Count again.")])
    #expect(words.key.rationale == "It is so.")

    let missing = try only("Moodle costs {~much =nothing} to download.")
    #expect(missing.question.prompt == "Moodle costs _____ to download.")
  }

  @Test("What cannot be carried over is left out and listed with the line it begins at")
  func leftOut() {
    let cases = [
      "Tell us about it.{}", "Just a description.", "Never closed {=a ~b",
      "Twice {=a ~b} and {=c ~d}",
      "Two right {=a =b ~c}", "None right {~a ~b}", "All right {~%50%a ~%50%b}", "No number {#abc}",
      "Text first {x =a ~b}", "Neither {maybe}", "{=a ~b}", "Empty option {= ~b}", "One {=a ~}",
      "One pair {=a -> b}", "No right side {=a -> =b -> c}", "Part only {=%50%a}",
      "Many {=a" + (0..<21).map { "~\($0)" }.joined() + "}", "Negative {#5:-1}", "Huge {#1e400}",
    ]
    for text in cases {
      let result = read("// a comment\n\n\n\(text)\n")
      #expect(result.items == [], "\(text)")
      #expect(
        result.notes.contains { $0.place == "line 4" && $0.text.hasPrefix("left out") }, "\(text)")
    }
  }

  @Test("What is lost of a question that is kept is listed too")
  func lost() {
    for text in [
      "Part {=a ~%50%b ~c}", "[html]<b>Bold</b> {=a ~b}", "Unequal {~%60%a ~%40%b ~c}",
      "Pair {=a -> b#x =c -> d}",
      "Text {=a =%50%b}", "Second {#=1:0 =%50%2:0}", "Said {T#no#yes}", "Wild {=a*}",
    ] {
      let result = read(text)
      #expect(result.items.count == 1, "\(text)")
      // Beside the level, the rationale, the identifier and what is true of every question.
      #expect(result.notes.count > 4, "\(text): \(result.notes)")
    }
  }

  @Test(
    "Category, identifier and tag in comments are taken up; without a bullet a question is left out"
  )
  func frame() {
    let text = """
      $CATEGORY: $course$/top/U2-1

      // [id:U2-1-R07] [tag:evaluate] [tag:other]
      ::A title::Really? {T}

      ::U2-1-R08::Really? {T}

      // [id:U2-1-R07]
      Twice? {T}

      $CATEGORY: elsewhere

      Where? {T}
      """
    let result = GIFTImport(text, bullets: ["U1-1", "U2-1"])
    #expect(result.items.map(\.question.id) == ["U2-1-R07", "U2-1-R08", "U2-1-I1"])
    #expect(result.items.map(\.question.bloom) == [.evaluate, .understand, .understand])
    #expect(result.items.allSatisfy { $0.question.bullet == "U2-1" })
    #expect(result.notes.contains { $0.place == "line 13" && $0.text.contains("--bullet") })
  }

  @Test("The check finds what was filled in")
  func filledIn() throws {
    let imported = try only("Really? {T}")
    #expect(imported.key.rationale == BankCheck.placeholder)
    #expect(imported.key.sources == [BankCheck.placeholder])
  }

  @Test("No text, however broken, ends the program")
  func hostile() {
    let marks = [
      "{", "}", "=", "~", "#", "####", "%", "%50%", ":", "::", "->", "..", "\\", "\n", "\n\n", "//",
      "$CATEGORY:",
      "$", "[id:", "]", "[tag:apply]", "T", "a", "9", "-", "\u{FEFF}", "\u{0}", "\r\n", "é", "🙂",
      " ", "*",
    ]
    var read = 0
    for seed in 0..<3_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let text = (0..<random.next(below: 60)).map { _ in random.pick(marks) }.joined()
      let result = self.read(text)
      read += result.items.count
      for item in result.items {
        #expect(item.question.id == item.key.id)
        #expect(item.question.bullet == "U1-1" || item.question.bullet == "U2-1")
      }
    }
    #expect(read > 0, "some of it is a question by chance")
    #expect(self.read(String(repeating: "{", count: 100_000)).items == [])
    #expect(self.read("Q {" + String(repeating: "=", count: 100_000) + "}").items == [])
    #expect(self.read("Q {#" + String(repeating: "9", count: 100_000) + "}").items == [])
    let large = self.read(String(repeating: "x", count: GIFTImport.maximumSize + 1))
    #expect(large.items == [])
    #expect(large.notes.count == 1)
  }
}
