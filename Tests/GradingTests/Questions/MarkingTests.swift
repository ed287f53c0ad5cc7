import Grading
import SeededRandom
import Testing

@Suite("Answers are marked by the key alone")
struct MarkingTests {
  @Test("A single choice earns everything for the right option and nothing for any other")
  func single() {
    let question = Question.choosing(among: 4)
    let key = QuestionKey.sample(.single("c"))
    for option in ["a", "b", "c", "d"] {
      let credit = key.mark(.options([option]), to: question).credit
      #expect(credit == (option == "c" ? .one : .zero))
    }
    #expect(key.mark(.options(["b", "c"]), to: question).credit == .zero)
    #expect(key.mark(.options([]), to: question).credit == .zero)
  }

  @Test("A multiple choice earns the share of options judged rightly, and nothing below one half")
  func multiple() {
    let question = Question.ticking(5)
    let key = QuestionKey.sample(.multiple(["a", "d"]))
    // Every subset of the options against a count made option by option.
    for subset in 0..<32 {
      let chosen = Set(
        ["a", "b", "c", "d", "e"].enumerated().filter { subset >> $0.0 & 1 == 1 }.map(\.1))
      let wrong = chosen.symmetricDifference(["a", "d"]).count
      let expected: Rational = wrong >= 3 ? .zero : Rational(5 - wrong, over: 5)
      #expect(key.mark(.options(chosen), to: question).credit == expected, "\(chosen)")
    }
    let even = QuestionKey.sample(.multiple(["a", "b"]))
    #expect(
      even.mark(.options(["a", "c"]), to: .ticking(4)).credit == Rational(1, over: 2),
      "exactly one half still counts")
  }

  @Test("An order earns the share of right neighbours that stand next to each other in order")
  func ordering() {
    let key = QuestionKey.sample(.ordering(["3", "1", "4", "2"]))
    let question = Question.ordering(4)
    let cases: [([String], Int)] = [
      (["3", "1", "4", "2"], 3), (["2", "4", "1", "3"], 0), (["1", "4", "2", "3"], 2),
      (["3", "1", "2", "4"], 1), (["4", "2", "3", "1"], 2), (["1", "3", "4", "2"], 1),
    ]
    for (order, kept) in cases {
      #expect(key.mark(.order(order), to: question).credit == Rational(kept, over: 3), "\(order)")
    }
  }

  @Test("A matching earns the share of left sides with the right one")
  func matching() {
    let key = QuestionKey.sample(.matching(["a": "2", "b": "1", "c": "2"]))
    let question = Question.matching(3, 3)
    #expect(key.mark(.pairs(["a": "2", "b": "1", "c": "2"]), to: question).credit == .one)
    #expect(
      key.mark(.pairs(["a": "2", "b": "2", "c": "2"]), to: question).credit == Rational(2, over: 3))
    #expect(key.mark(.pairs(["a": "1", "b": "2", "c": "3"]), to: question).credit == .zero)
    #expect(key.mark(.pairs(["a": "2"]), to: question).credit == Rational(1, over: 3))
  }

  @Test("A number is right up to the tolerance and not a hair beyond")
  func numeric() throws {
    let blanks = [
      QuestionKey.Blank(id: "a", value: Rational(398), tolerance: .zero, computation: "398"),
      QuestionKey.Blank(
        id: "b", value: try #require(Rational("2.5")), tolerance: try #require(Rational("0.1")),
        computation: "2.5"),
    ]
    let key = QuestionKey.sample(.numeric(blanks))
    let cases: [(String, String, Int)] = [
      ("398", "2.5", 2), ("398", "2.6", 2), ("398", "2.4", 2), ("398", "2.6000001", 1),
      ("398.0000001", "2.39", 0), ("-398", "2.5", 1),
    ]
    for (a, b, right) in cases {
      let answer = Answer.numbers(["a": try #require(Rational(a)), "b": try #require(Rational(b))])
      #expect(
        key.mark(answer, to: .numeric(2)).credit == Rational(right, over: 2), "\(a), \(b)")
    }
  }

  @Test("A text is compared after folding; what is on the reject list is wrong whatever else")
  func text() {
    let key = QuestionKey.sample(
      .text(accept: ["read model", "optimistic-concurrency", "events"], reject: ["the events"]))
    let right = ["Read-Model", "  the read   model. ", "READ MODEL!", "optimistic concurrency"]
    let wrong = ["readmodel", "model", "read models", "an event", "events", "write model", ""]
    for text in right { #expect(key.mark(.text(text), to: .text(3)).credit == .one, "\(text)") }
    for text in wrong { #expect(key.mark(.text(text), to: .text(3)).credit == .zero, "\(text)") }
  }

  @Test("An answer of another kind is worth nothing")
  func otherKind() {
    let solutions: [QuestionKey.Solution] = [
      .single("a"), .multiple(["a", "b"]), .ordering(["2", "1"]), .matching(["a": "1"]),
      .numeric([.init(id: "a", value: .one, tolerance: .zero, computation: "1")]),
      .text(accept: ["a"], reject: []),
    ]
    let answers: [Answer] = [
      .options(["a"]), .order(["2", "1"]), .pairs(["a": "1"]), .numbers(["a": .one]), .text("a"),
    ]
    var mixed = 0
    for solution in solutions {
      for answer in answers {
        let credit = QuestionKey.sample(solution).mark(answer, to: .ticking(5)).credit
        switch (solution, answer) {
        case (.single, .options), (.multiple, .options), (.ordering, .order), (.matching, .pairs),
          (.numeric, .numbers), (.text, .text):
          #expect(credit > .zero)
        default:
          mixed += 1
          #expect(credit == .zero)
        }
      }
    }
    #expect(mixed == 24)
  }

  @Test("Feedback is what the key says to this very answer, and nothing else")
  func feedback() {
    let key = QuestionKey.sample(
      .ordering(["1", "2", "3"]),
      feedback: [
        .init(.order(first: "3", second: "1"), "three before one"),
        .init(.order(first: "2", second: "1"), "two before one"),
      ])
    let question = Question.ordering(3)
    #expect(key.mark(.order(["1", "2", "3"]), to: question).feedback == [])
    #expect(key.mark(.order(["2", "1", "3"]), to: question).feedback == ["two before one"])
    #expect(
      key.mark(.order(["3", "2", "1"]), to: question).feedback
        == ["three before one", "two before one"])
    let text = QuestionKey.sample(
      .text(accept: ["x"], reject: []),
      feedback: [.init(.outcome(isRight: true), "yes"), .init(.outcome(isRight: false), "no")])
    #expect(text.mark(.text("x"), to: .text(1)).feedback == ["yes"])
    #expect(text.mark(.text("y"), to: .text(1)).feedback == ["no"])
  }

  @Test("The best try counts, a later try is worth what the schedule says, and a right one ends it")
  func tries() {
    let policy = TryPolicy(
      credit: [.one, Rational(1, over: 2), Rational(1, over: 4)], feedback: .none)
    var tries = Tries()
    let half = Rational(1, over: 2)
    for (marked, best) in [(half, half), (Rational(4, over: 5), half), (.one, half)] {
      guard let next = tries.next(.text("x"), marked: marked, under: policy) else {
        Issue.record("a try is left")
        return
      }
      tries.list.append(next)
      #expect(tries.best == best)
    }
    #expect(tries.areOver(under: policy))
    #expect(tries.next(.text("x"), marked: .one, under: policy) == nil)
    var early = Tries()
    if let next = early.next(.text("x"), marked: .one, under: policy) { early.list.append(next) }
    #expect(early.list.count == 1 && early.areOver(under: policy) && early.best == .one)
  }

  @Test(
    "What is said to an answer that is right in part depends on the policy, and a key waits for the last try"
  )
  func saying() throws {
    let question = Question.ordering(3)
    let key = QuestionKey.sample(
      .ordering(["1", "2", "3"]), feedback: [.init(.order(first: "3", second: "2"), "three early")])
    let item = QuestionBank.Item(question: question, key: key)
    let half = Tries.Try(
      answer: .order(["3", "1", "2"]), marked: FractionText(Rational(1, over: 2)),
      credit: FractionText(Rational(1, over: 2)))
    func said(_ policy: TryPolicy.Feedback, isOver: Bool) -> AnswerFeedback {
      AnswerFeedback(to: half, of: item, policy: policy, isOver: isOver)
    }
    for isOver in [false, true] {
      #expect(said(.none, isOver: isOver).verdict == nil)
      #expect(
        said(.verdict, isOver: isOver).verdict == .wrong, "how right it is would help a guesser")
      #expect(said(.options, isOver: isOver).verdict == .partlyRight)
      #expect(said(.key, isOver: isOver).verdict == .partlyRight)
      for policy in [TryPolicy.Feedback.none, .verdict] {
        #expect(said(policy, isOver: isOver).remarks.isEmpty)
        #expect(said(policy, isOver: isOver).solution == nil)
      }
      #expect(said(.options, isOver: isOver).remarks == ["three early"])
      #expect(said(.options, isOver: isOver).solution == nil)
      #expect((said(.key, isOver: isOver).solution != nil) == isOver)
    }
    #expect(said(.key, isOver: true).solution?.answer == .order(["1", "2", "3"]))
  }
}
