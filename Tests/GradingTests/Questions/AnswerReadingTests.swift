import Grading
import SeededRandom
import Testing

@Suite("Answers are read in the labels a question is shown with")
struct AnswerReadingTests {
  /// Reads an answer to a question shown as it is written.
  private func read(_ text: String, to question: Question) throws(AnswerError) -> Answer {
    try Answer(reading: text, to: question, shown: QuestionLayout(asWritten: question))
  }

  @Test("There are several ways to write one answer")
  func ways() throws {
    for text in ["b", " B ", "b,"] {
      #expect(try read(text, to: .choosing(among: 4)) == .options(["b"]))
    }
    for text in ["a, c", "c a", "AC", "c;a", "a c"] {
      #expect(try read(text, to: .ticking(5)) == .options(["a", "c"]))
    }
    for text in ["3, 1, 2", "3 1 2", "312"] {
      #expect(try read(text, to: .ordering(3)) == .order(["3", "1", "2"]))
    }
    for text in ["a2 b1", "a=2, b=1", "b:1; a:2", "a = 2, b = 1", "A2,B1"] {
      #expect(try read(text, to: .matching(2, 3)) == .pairs(["a": "2", "b": "1"]))
    }
    for text in ["398", " 398.0 ", "+398", "a=398"] {
      #expect(try read(text, to: .numeric(1)) == .numbers(["a": Rational(398)]))
    }
    #expect(
      try read("a=0.25, b=-3", to: .numeric(2))
        == .numbers(["a": Rational(1, over: 4), "b": Rational(-3)]))
    #expect(try read("  event   store ", to: .text(3)) == .text("event store"))
  }

  @Test("What is no answer is refused with words on how to answer, and nothing else happens")
  func refusals() {
    let cases: [(Question, [String])] = [
      (.choosing(among: 4), ["", "e", "ab", "a b", "1", "a=1", "none"]),
      (.ticking(5), ["", "f", "a a", "abca", "1 2", "a, z"]),
      (.ordering(3), ["", "1 2", "1 2 2", "1 2 3 4", "abc", "0 1 2", "1 2 4"]),
      (.matching(2, 3), ["", "a1", "a1 a2", "a1 b4", "a1 b", "1a 2b", "a1 b2 c3", "a1 b2 b2"]),
      (
        .numeric(1),
        ["", "x", "1/2", "1e3", "0x10", "--1", "+-1", "1 2", "1,5", "b=1", ".", "-", "5."]
      ),
      (.numeric(2), ["398", "a=1", "a=1 b=x", "a=1 a=2", "a=1 b=2 c=3"]),
      (.text(2), ["", "   ", "one two three", "...", "—"]),
    ]
    for (question, texts) in cases {
      for text in texts {
        let error = #expect(throws: AnswerError.self, "\(text)") {
          try read(text, to: question)
        }
        #expect(error?.description.hasSuffix(question.answerHelp) == true, "\(text)")
      }
    }
    let long = String(repeating: "a", count: Answer.maximumLength + 1)
    for question in Question.everyKind {
      #expect(throws: AnswerError.self) { try read(long, to: question) }
    }
  }

  @Test(
    "Labels follow the order in which a question is shown, and writing an answer reverses reading it"
  )
  func roundTrip() throws {
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed))
      for question in Question.everyKind {
        let layout = QuestionLayout(of: question, using: &random)
        let answer = Self.answer(to: question, using: &random)
        let text = answer.text(to: question, shown: layout)
        #expect(
          try Answer(reading: text, to: question, shown: layout) == answer, "seed \(seed): \(text)")
      }
    }
    let question = Question.choosing(among: 4)
    let layout = QuestionLayout(entries: ["c", "a", "d", "b"], right: [])
    #expect(try Answer(reading: "a", to: question, shown: layout) == .options(["c"]))
    #expect(Answer.options(["b"]).text(to: question, shown: layout) == "d")
  }

  @Test("Any bytes are read or refused and never trap")
  func anything() {
    let pieces = [
      "a", "1", "=", ",", " ", "b", "2", ".", "-", "é", "\u{0}", "👩‍👩‍👧", "\u{202E}", ":", "/",
    ]
    var read = 0
    for seed in 0..<2_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let text = (0..<random.next(below: 12)).map { _ in random.pick(pieces) }.joined()
      for question in Question.everyKind where (try? self.read(text, to: question)) != nil {
        read += 1
      }
    }
    #expect(read > 0)
  }

  /// A random answer that fits a question.
  private static func answer(
    to question: Question, using random: inout SeededGenerator
  ) -> Answer {
    switch question.form {
    case .single(let options): .options([random.pick(options).id])
    case .multiple(let options):
      .options(
        Set(random.shuffled(options).prefix(1 + random.next(below: options.count)).map(\.id)))
    case .ordering(let items): .order(random.shuffled(items).map(\.id))
    case .matching(let left, let right):
      .pairs(
        Dictionary(uniqueKeysWithValues: left.map { ($0.id, random.pick(right).id) }))
    case .numeric(let blanks):
      .numbers(
        Dictionary(
          uniqueKeysWithValues: blanks.map {
            ($0.id, Rational(random.next(below: 2_000) - 1_000, over: random.pick([1, 2, 8, 100])))
          }))
    case .text(let words):
      .text((0...random.next(below: words)).map { "word\($0)" }.joined(separator: " "))
    }
  }
}
