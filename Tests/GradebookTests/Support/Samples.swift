import EventSourcing
import Gradebook
import Grading

/// Things that several tests begin with.
enum Samples {
  /// Ada's first taking.
  static let taking = TakingID(learner: "ada", number: 1)

  /// A scheme with two exercises, of weights 1 and 3.
  static let scheme = scheme(weights: 1, 3)

  /// A scheme with two exercises.
  static func scheme(weights one: Int64, _ two: Int64) -> JSONValue {
    .object([
      "version": .int(2), "course": .string("C"),
      "units": .array([
        .object([
          "name": .string("Unit1"), "title": .string("T"),
          "bullets": .array([.object(["id": .string("U1-1"), "title": .string("B")])]),
        ])
      ]),
      "weights": .object([
        "reviewQuestions": .int(40), "caseStudies": .int(30), "finalExam": .int(30),
      ]), "passMark": .int(75), "reviewQuestions": .object(["tries": tries]),
      "caseStudies": .object([
        "exercises": .array([exercise("One", one), exercise("Two", two)]), "keep": .string("best"),
        "feedback": .string("open"),
      ]),
      "finalExam": .object([
        "form": .object(["U1-1": .int(2)]), "tries": tries, "afterClosing": .string("key"),
      ]), "certificates": .object(["minimumIsolation": .string("bubblewrap")]),
    ])
  }

  private static let tries: JSONValue = .object([
    "default": .object(["credit": .array([.int(1), .number(0.5)]), "feedback": .string("key")])
  ])

  private static func exercise(_ name: String, _ weight: Int64) -> JSONValue {
    .object(["name": .string(name), "folder": .string(name), "weight": .int(weight)])
  }

  /// How a taking begins at a moment.
  static func opening(
    _ taking: TakingID = taking, scheme: JSONValue = scheme, at: Timestamp = 1_000
  ) -> EnrolmentEvent.Opened {
    EnrolmentEvent.Opened(
      taking: taking, name: "Ada Lovelace", email: nil, scheme: scheme, schemeDigest: "d1",
      reviewQuestions: ["Q1", "Q2", "Q3"], at: at)
  }

  /// How the tests let a question be tried: twice, the second try worth half.
  static let policy = TryPolicy(credit: [.one, Rational(1, over: 2)], feedback: .verdict)

  /// An answer to a review question that deserves a share.
  static func attempt(
    _ question: QuestionID, _ marked: Rational = .one
  ) -> EnrolmentCommand {
    .answer(
      .init(
        question: question, itemDigest: "d", answer: .text("x"), marked: marked, policy: policy))
  }

  /// A result of a submission.
  static func result(
    _ exercise: String, _ submission: String, earned: Int, isolation: String = "bubblewrap"
  ) -> SubmissionResult {
    SubmissionResult(
      exercise: exercise, submission: submission, earned: earned, points: 10, verdicts: [:],
      notRun: [], isolation: IsolationOnRecord(rawValue: isolation), scheme: "d1", runtime: "r",
      suite: "s")
  }

  /// A form of two questions: E1, whose right option is b of four, and E2, whose right option is a of two.
  static let form = ExamForm(
    seed: 7,
    entries: [
      entry("E1", options: 4, right: "b", policy),
      entry("E2", options: 2, right: "a", TryPolicy(credit: [.one], feedback: .verdict)),
    ])

  private static func entry(
    _ id: QuestionID, options: Int, right: String, _ policy: TryPolicy
  ) -> ExamForm.Entry {
    let entries = (0..<options).map { index in
      Question.Entry(id: QuestionLayout.letter(index), text: "Option \(index)")
    }
    let question = Question(
      id: id, bullet: "U1-1", bloom: .apply, prompt: "Which?", form: .single(entries))
    let key = QuestionKey(
      id: id, solution: .single(right), feedback: [], rationale: "R", sources: ["S"],
      expectedFacility: Rational(1, over: 2))
    return ExamForm.Entry(
      item: .init(question: question, key: key), layout: QuestionLayout(asWritten: question),
      policy: policy)
  }

  /// A context at a moment.
  static func context(at now: Timestamp, _ command: CommandID = "c") -> DecisionContext {
    DecisionContext(commandID: command, now: now, actor: "test")
  }
}

/// A decider with the state that it has come to, to send commands to.
struct Life<D: Decider> {
  private let decider: D
  /// The state so far.
  private(set) var state: D.State
  /// Everything that happened.
  private(set) var events: [D.Event] = []

  /// Before the first event.
  init(_ decider: D) {
    self.decider = decider
    state = decider.initialState
  }

  /// Sends a command, and lives on with what was decided.
  @discardableResult
  mutating func send(
    _ command: D.Command, at now: Timestamp
  ) throws(D.Rejection) -> [D.Event] {
    let decided = try decider.decide(command, in: state, context: Samples.context(at: now))
    for event in decided { state = decider.evolve(state, event) }
    events += decided
    return decided
  }
}
