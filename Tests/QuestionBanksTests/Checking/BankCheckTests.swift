import EventSourcing
import Foundation
import Grading
import QuestionBanks
import Testing

@Suite("The check finds what is wrong with a bank, and nothing else")
struct BankCheckTests {
  /// A scheme with the bullet of the samples and an exam of one question.
  private static func scheme(form: Int = 1) throws -> Scheme {
    let file = URL(filePath: #filePath).appending(path: "../../../../grading.json").standardized
    let json = try JSONDecoder().decode(JSONValue.self, from: try Data(contentsOf: file))
    guard case .object(var members) = json, case .object(var exam)? = members["finalExam"] else {
      throw CocoaError(.coderReadCorrupt)
    }
    let bullet: JSONValue = .object(["id": .string("U1-1"), "title": .string("First")])
    members["units"] = .array([
      .object([
        "name": .string("Unit1"), "title": .string("One"), "bullets": .array([bullet]),
      ])
    ])
    exam["form"] = .object(["U1-1": .int(Int64(form))])
    members["finalExam"] = .object(exam)
    return try Scheme(.object(members))
  }

  /// Exam questions that share no run of words with the samples.
  private static let pool = QuestionBank(
    [numeric("U1-1-E01")].map { item in
      var item = item
      item.question.prompt = "Count these boats, please."
      return item
    })

  /// What is found in the samples after one was changed.
  private func found(
    _ index: Int, _ change: (inout QuestionBank.Item) -> Void
  ) throws -> [BankFinding] {
    var items = goodItems
    change(&items[index])
    return BankCheck(review: QuestionBank(items), pool: Self.pool, scheme: try Self.scheme())
      .findings
  }

  /// Expects exactly one finding.
  private func expect(
    _ severity: BankFinding.Severity, _ rule: BankFinding.Rule, in index: Int,
    _ change: (inout QuestionBank.Item) -> Void, at location: SourceLocation = #_sourceLocation
  ) throws {
    let findings = try found(index, change)
    #expect(findings.map(\.rule) == [rule], "\(findings)", sourceLocation: location)
    #expect(findings.first?.severity == severity, sourceLocation: location)
  }

  @Test("A bank that keeps every rule has no finding")
  func clean() throws {
    #expect(try found(0) { _ in } == [])
  }

  @Test("A computation that gives another value, fails, or only repeats the value is found")
  func computations() throws {
    func set(_ computation: String, tolerance: Rational = .zero) -> (inout QuestionBank.Item) ->
      Void
    {
      {
        $0.key.solution = .numeric([
          .init(id: "a", value: Rational(7), tolerance: tolerance, computation: computation)
        ])
      }
    }
    try expect(.error, .computation, in: 1, set("3 + 5"))
    try expect(.error, .computation, in: 1, set("3 +"))
    try expect(.warning, .computation, in: 1, set("7"))
    #expect(try found(1, set("3 + 4.5", tolerance: Rational(1, over: 2))) == [])
    try expect(.error, .computation, in: 1, set("3 + 4.51", tolerance: Rational(1, over: 2)))
    #expect(
      try found(1, set("3 + 4", tolerance: Rational(-1))).contains { $0.rule == .computation })
  }

  @Test("Answers to which nothing is said, and remarks that are never made, are errors")
  func feedback() throws {
    for index in goodItems.indices {
      try expect(.error, .feedback, in: index) { $0.key.feedback.removeLast() }
      try expect(.error, .feedback, in: index) { $0.key.feedback.append($0.key.feedback[0]) }
    }
    try expect(.error, .feedback, in: 3) {
      $0.key.feedback.append(.init(.order(first: "1", second: "3"), "As it should be."))
    }
    try expect(.error, .feedback, in: 4) {
      $0.key.feedback.append(.init(.pair(left: "a", right: "1"), "As it should be."))
    }
  }

  @Test("Identifiers name bullet and bank")
  func identifiers() throws {
    for id in ["U1-1-E02", "U2-1-R01", "U1-1-R1", "U1-1-R001", "U1-1-Rab", "R01"] {
      try expect(.error, .identifier, in: 0) {
        $0.question.id = QuestionID(rawValue: id)
        $0.key.id = $0.question.id
      }
    }
    let both = BankCheck(
      review: QuestionBank(goodItems), pool: QuestionBank([single()]), scheme: try Self.scheme())
    #expect(both.findings.contains { $0.rule == .identifier })
  }

  @Test("Too few questions for a form, and a bullet without any, are errors")
  func coverage() throws {
    let check = BankCheck(
      review: QuestionBank([]), pool: Self.pool, scheme: try Self.scheme(form: 2))
    #expect(check.findings.map(\.rule) == [.coverage, .coverage])
    #expect(!check.passes)
    #expect(check.guesser.worstForm == nil)
  }

  @Test("A bank that pays guessers is an error")
  func guessing() throws {
    let pool = QuestionBank([single("U1-1-E01")])
    let check = BankCheck(review: QuestionBank(goodItems), pool: pool, scheme: try Self.scheme())
    // One in four with one try; one in two with both, for the whole form.
    #expect(check.guesser.exam?.oneTry == Rational(1, over: 4))
    #expect(check.guesser.worstForm == Rational(1, over: 2))
    #expect(check.findings.filter { $0.rule == .guessing }.count == 2)
    #expect(!check.passes)
  }

  @Test(
    "Two entries that say the same, a right order, and lists that contradict each other are errors")
  func choices() throws {
    try expect(.error, .choice, in: 0) {
      $0.question.form = .single(
        entries(["Some rain", "Much snow", "The some rain!", "No clouds"]))
    }
    try expect(.error, .choice, in: 3) {
      $0.question.form = .ordering(entries(["First", "Second", "Third"], numbered: true))
      $0.key.solution = .ordering(["1", "2", "3"])
      $0.key.feedback = [
        .init(.order(first: "2", second: "1"), "No."),
        .init(.order(first: "3", second: "1"), "No."),
      ]
    }
    let lists: [([String], [String])] = [
      (["event store"], ["An Event-Store"]), (["log", "the log"], []), (["log"], ["x", "X"]),
      (["one two three"], []), (["log", "…"], []),
    ]
    for (accept, reject) in lists {
      try expect(.error, .shortAnswer, in: 5) {
        $0.key.solution = .text(accept: accept, reject: reject)
      }
    }
    try expect(.error, .placeholder, in: 0) { $0.key.rationale = BankCheck.placeholder }
  }

  @Test("Broken rules of item writing are warnings")
  func wording() throws {
    try expect(.warning, .length, in: 0) {
      $0.question.form = .single(entries(["Some rain", "Much snowfall", "A breeze", "No clouds"]))
    }
    #expect(
      try found(0) {
        $0.question.form = .single(
          entries(["Some ample rain", "Much snowfall 12345", "A breeze so fine", "None"]))
      } == [], "longer by no more than a fifth")
    try expect(.warning, .length, in: 2) {
      $0.question.form = .multiple(entries(["Right one", "Two", "Three", "Right too", "Five"]))
    }
    try expect(.warning, .allOfTheAbove, in: 0) {
      $0.question.form = .single(
        entries(["All of the above", "Much snow", "A breeze", "No clouds"]))
    }
    for prompt in [
      "Which of them is not a fact?", "It rains. What is least likely?", "What cannot be?",
    ] {
      try expect(.warning, .negative, in: 0) { $0.question.prompt = prompt }
    }
    for prompt in [
      "Which of them is NOT a fact?", "It does not rain. What is likely?",
      "Which is at least true?",
      "Is it not so?",
    ] {
      #expect(try found(0) { $0.question.prompt = prompt } == [], "\(prompt)")
    }
    try expect(.warning, .absoluteWord, in: 0) {
      $0.question.form = .single(entries(["Always rain", "Much snow", "A breeze", "No clouds"]))
    }
    #expect(
      try found(0) {
        $0.question.form = .single(entries(["Always rain", "Always ice", "A breeze", "No clouds"]))
      } == [])
    try expect(.warning, .difficulty, in: 0) { $0.key.expectedFacility = Rational(99, over: 100) }
    try expect(.warning, .brevity, in: 0) {
      $0.question.prompt = String(repeating: "Word ", count: BankCheck.promptWords + 1)
    }
    try expect(.warning, .brevity, in: 3) {
      let long = String(repeating: "word ", count: BankCheck.entryWords + 1)
      $0.question.form = .ordering(entries(["First", long, "Second"], numbered: true))
    }
  }

  @Test("Letters that repeat and right options that stand out are found over the whole bank")
  func balance() throws {
    func bank(_ rights: [String]) -> QuestionBank {
      QuestionBank(
        rights.enumerated().map { single("U1-1-R\($0 + 10)", right: $1) })
    }
    let even = ["a", "b", "c", "d"].flatMap { Array(repeating: $0, count: 4) }
    let scheme = try Self.scheme()
    func rules(_ bank: QuestionBank) -> [BankFinding.Rule] {
      BankCheck(review: bank, pool: Self.pool, scheme: scheme).findings.map(\.rule)
        .filter { $0 != .guessing }
    }
    #expect(rules(bank(even)) == [])
    // Ten of sixteen where four are expected: six away, and two deviations are 3.46.
    let uneven = Array(repeating: "b", count: 10) + ["a", "a", "c", "c", "d", "d"]
    #expect(rules(bank(uneven)) == [.letters])
    let long = QuestionBank(
      bank(even).items.map { item in
        var item = item
        guard case .single(let right) = item.key.solution else { return item }
        item.question.form = .single(
          entries(["Some rain", "Much snow", "A breeze", "No clouds"]).map { entry in
            Question.Entry(id: entry.id, text: entry.id == right ? entry.text + "!?" : entry.text)
          })
        return item
      })
    #expect(rules(long).contains(.length))
  }

  @Test("An exam question that shares the wording of a review question is found, with both")
  func closeness() throws {
    let words =
      "a ferry carries cars over the sound while its stream records every crossing since spring"
    var review = goodItems
    review[0].question.prompt = "In the north \(words). What follows?"
    var exam = numeric("U1-1-E01")
    exam.question.prompt = "Elsewhere \(words). How many crossings?"
    let check = BankCheck(
      review: QuestionBank(review), pool: QuestionBank([exam]), scheme: try Self.scheme())
    #expect(check.findings.map(\.rule) == [.closeness])
    #expect(check.findings.first?.questions == ["U1-1-E01", "U1-1-R01"])
    #expect(check.passes)
    #expect(Closeness.between(exam.question, exam.question) == .one)
    #expect(Closeness.between(exam.question, goodItems[3].question) == .zero)
  }
}
