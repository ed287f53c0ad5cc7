import EventSourcing
import Grading
import QuestionBanks
import SeededRandom
import Testing

@Suite("What both formats can say survives the way to GIFT and back")
struct GIFTRoundTripTests {
  /// Pieces that texts are made of, among them everything that means something in GIFT.
  private static let pieces = [
    "event", "stream", "=", "~", "#", "{", "}", ":", "\\", "\\n", "::", "####", "%50%", "//",
    "$CATEGORY: x",
    "[html]", "“so”", "é", "🙂", "`a -> b`".replacing("->", with: "→"), "1..2", "*", "a", "\n", "T",
    "}{", "\\\\",
  ]

  /// A text without white space around it, and different from those so far.
  private static func text(_ random: inout SeededGenerator, unlike taken: inout Set<String>)
    -> String
  {
    while true {
      let count = 1 + random.next(below: 5)
      let inner = (0..<count).map { _ in random.pick(pieces) }.joined(
        separator: random.toss() ? " " : "")
      let text = "x\(inner)y"
      if taken.insert(text).inserted { return text }
    }
  }

  /// A question with its key that has nothing which is lost.
  private static func item(_ number: Int, _ random: inout SeededGenerator) -> QuestionBank.Item {
    var taken: Set<String> = []
    func texts(_ count: Int) -> [String] { (0..<count).map { _ in text(&random, unlike: &taken) } }
    func remarks(_ options: [Question.Entry]) -> [QuestionKey.Feedback] {
      options.compactMap { option in
        random.toss() ? .init(.option(option.id), text(&random, unlike: &taken)) : nil
      }
    }
    let form: Question.Form
    let solution: QuestionKey.Solution
    var feedback: [QuestionKey.Feedback] = []
    var prompt = text(&random, unlike: &taken)
    switch random.next(below: 5) {
    case 0:
      let options = entries(texts(2 + random.next(below: 5)))
      form = .single(options)
      solution = .single(random.pick(options).id)
      feedback = remarks(options)
    case 1:
      let options = entries(texts(3 + random.next(below: 4)))
      let right = 1 + random.next(below: options.count - 1)
      form = .multiple(options)
      solution = .multiple(Set(random.shuffled(options.map(\.id)).prefix(right)))
      feedback = remarks(options)
    case 2:
      let count = 2 + random.next(below: 4)
      let right = entries(texts(count + random.next(below: 3)), numbered: true)
      let left = entries(texts(count))
      form = .matching(left: left, right: right)
      solution = .matching(Dictionary(uniqueKeysWithValues: zip(left.map(\.id), right.map(\.id))))
    case 3:
      prompt = prompt.replacing("\n", with: " ")
      let value = Rational(random.next(below: 100_000) - 50_000, over: 100)
      form = .numeric(entries([text(&random, unlike: &taken).replacing("\n", with: " ")]))
      solution = .numeric([
        .init(
          id: "a", value: value, tolerance: Rational(random.next(below: 5), over: 10),
          computation: value.decimal)
      ])
      if random.toss() {
        feedback.append(.init(.value(blank: "a", value), text(&random, unlike: &taken)))
      }
      feedback.append(.init(.value(blank: "a", value + .one), text(&random, unlike: &taken)))
    default:
      let accept = texts(1 + random.next(below: 3))
      let reject = texts(random.next(below: 3))
      let longest = accept.map { $0.split(whereSeparator: \.isWhitespace).count }.max() ?? 1
      form = .text(maximumWords: min(longest, 10))
      solution = .text(accept: accept, reject: reject)
      for isRight in [true, false] where random.toss() {
        feedback.append(.init(.outcome(isRight: isRight), text(&random, unlike: &taken)))
      }
    }
    let bullet: BulletID = random.toss() ? "U1-1" : "U2-1"
    let id = QuestionID(rawValue: "\(bullet)-R\(number)")
    return QuestionBank.Item(
      question: Question(
        id: id, bullet: bullet, bloom: random.pick(Question.Bloom.allCases), prompt: prompt,
        form: form),
      key: QuestionKey(
        id: id, solution: solution, feedback: feedback, rationale: text(&random, unlike: &taken),
        sources: [BankCheck.placeholder], expectedFacility: Rational(1, over: 2)))
  }

  @Test(
    "Five hundred banks of random questions, full of marks that mean something, come back as they were"
  )
  func random() {
    var kinds: Set<Question.Kind> = []
    for seed in 0..<500 {
      var random = SeededGenerator(seed: UInt64(seed))
      let items = (1...4).map { Self.item($0, &random) }
      let document = GIFTDocument(items)
      let back = GIFTImport(document.text, bullets: ["U1-1", "U2-1"])
      #expect(back.items == items, "seed \(seed)\n\(document.text)\n\(back.notes)")
      kinds.formUnion(items.map(\.question.kind))
    }
    #expect(kinds == [.single, .multiple, .matching, .numeric, .text])
  }

  @Test("What GIFT cannot say is listed by question, and what is left out by kind")
  func losses() {
    let notes = GIFTDocument(goodItems).notes
    #expect(notes.contains { $0.place == "U1-1-R04" && $0.text.contains("not written") })
    for kind in ["multiple", "matching", "numeric", "text"] {
      #expect(notes.contains { $0.place == "every \(kind) question" })
    }
    #expect(!GIFTDocument([single()]).notes.contains { $0.place.contains("numeric") })
    var blanks = numeric()
    blanks.question.form = .numeric(entries(["How many?", "How few?"]))
    blanks.key.solution = .numeric(
      ["a", "b"].map { .init(id: $0, value: .one, tolerance: .zero, computation: "1") })
    let split = GIFTDocument([blanks])
    #expect(split.notes.contains { $0.place == "U1-1-R02" && $0.text.contains("2 blanks") })
    let back = GIFTImport(split.text, bullets: ["U1-1"])
    #expect(back.items.map(\.question.id) == ["U1-1-R02-a", "U1-1-R02-b"])
  }

  @Test("An imported bank reads back from its JSON")
  func json() throws {
    let result = GIFTImport(GIFTDocument(goodItems).text, bullets: ["U1-1"])
    #expect(result.items.count == 5)
    let bank = try QuestionBank(files: [
      ("questions", try JSONText.bytes(result.questionsJSON)),
      ("keys", try JSONText.bytes(result.keysJSON)),
    ])
    #expect(bank.items == result.items)
    let both = try QuestionBank(files: [("both", try JSONText.bytes(result.json))])
    #expect(both.items == result.items)
  }
}
