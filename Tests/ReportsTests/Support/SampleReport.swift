import Assessment
import EventSourcing
import Gradebook
import Grading
import Registrar
import Testing

/// A learner's report in which every kind of thing happens, made by the deciders themselves.
///
/// What a policy may hide carries marks that tests look for:
///
/// | mark | where it stands |
/// |---|---|
/// | `FIND-B1` | in the finding of a behaviour |
/// | `SAID-R1-a` | in what the key says to an option |
/// | `WHY-R1`, `SRC-R1` | in the reason and the source of a key |
/// | `ASK-E1` | in what a question asks |
struct SampleReport {
  /// Whose findings learners see.
  var feedback = Scheme.Feedback.open
  /// What is said of review questions.
  var review = TryPolicy.Feedback.key
  /// What is said in the exam.
  var exam = TryPolicy.Feedback.verdict
  /// What is said once it is over.
  var afterClosing = TryPolicy.Feedback.key
  /// Where the exam stands.
  var phase = SittingState.Phase.over
  /// What every text from outside ends with.
  var stain = ""

  /// Makes the report.
  func make() throws -> LearnerReport {
    let scheme = try Scheme(document)
    let enrolment = try enrolment()
    let sitting = try sitting()
    return try LearnerReport(
      try #require(enrolment.opened), enrolment: enrolment, sitting: sitting, bank: bank,
      catalogues: try catalogues(), course: scheme, at: 1_700_000_600_000)
  }

  // MARK: - The course

  /// The content of `grading.json`.
  private var document: JSONValue {
    func tries(_ feedback: TryPolicy.Feedback, _ credit: [Double]) -> JSONValue {
      .object([
        "default": .object([
          "credit": .array(credit.map { .number($0) }), "feedback": .string(feedback.rawValue),
        ])
      ])
    }
    func bullet(_ id: String) -> JSONValue {
      .object(["id": .string(id), "title": .string("About \(id)\(stain)")])
    }
    return .object([
      "version": .int(2), "course": .string("Sample course\(stain)"),
      "units": .array([
        .object([
          "name": .string("Unit1"), "title": .string("Unit"),
          "bullets": .array([bullet("U1-1"), bullet("U1-2")]),
        ])
      ]),
      "weights": .object([
        "reviewQuestions": .int(40), "caseStudies": .int(30), "finalExam": .int(30),
      ]), "passMark": .int(75),
      "reviewQuestions": .object(["tries": tries(review, [1, 1, 0.5])]),
      "caseStudies": .object([
        "exercises": .array(
          zip(["Alpha", "Beta", "Gamma", "Delta"], [4, 3, 2, 1]).map { name, weight in
            .object([
              "name": .string(name), "folder": .string(name), "weight": .int(Int64(weight)),
            ])
          }), "keep": .string("best"), "feedback": .string(feedback.rawValue),
      ]),
      "finalExam": .object([
        "form": .object(["U1-1": .int(4)]), "tries": tries(exam, [1, 1]),
        "afterClosing": .string(afterClosing.rawValue),
      ]), "certificates": .object(["minimumIsolation": .string("bubblewrap")]),
    ])
  }

  /// What the suites declare; of Alpha, B9 was declared once and is not any more.
  private func catalogues() throws -> [String: Catalogue] {
    func behaviour(_ id: String, _ points: Int, isOpen: Bool) -> Behaviour {
      Behaviour(
        id: id, sentence: "It keeps `\(id)`\(stain)", points: points,
        hint: "Look at \(id).\(stain)",
        isOpen: isOpen)
    }
    let alpha = [
      behaviour("example.one", 1, isOpen: true), behaviour("B1", 2, isOpen: true),
      behaviour("B2", 3, isOpen: false), behaviour("B3", 1, isOpen: true),
      behaviour("B4", 1, isOpen: false), behaviour("B5", 2, isOpen: false),
    ]
    var catalogues: [String: Catalogue] = [:]
    for name in ["Alpha", "Beta", "Gamma", "Delta"] {
      catalogues[name] = try Catalogue(
        exercise: ExerciseSpecification(name: name, requires: [], services: ""),
        behaviours: name == "Alpha" ? alpha : [behaviour("B1", 4, isOpen: true)])
    }
    return catalogues
  }

  // MARK: - The case studies

  /// What was recorded of Alpha: B3 was closed then and is open now, B4 the other way round.
  private func alpha() throws -> SubmissionResult {
    func details(_ id: String, _ verdict: Verdict, isOpen: Bool) -> BehaviourDetails? {
      BehaviourDetails(
        BehaviourResult(
          behaviour: Behaviour(id: id, sentence: "S", points: 1, hint: "H", isOpen: isOpen),
          verdict: verdict,
          finding: Finding(
            given: ["a lot", "of 100 \(stain)"], when: "FIND-\(id) is asked\(stain)",
            expected: "1\(stain)", got: "<b>2</b> & \"3\"\(stain)",
            differences: ["sum: expected 1, got 2\(stain)"]),
          lastWords: verdict == .failed ? nil : "Fatal error: 'x' < 1\(stain)"))
    }
    let verdicts: [String: Verdict] = [
      "example.one": .passed, "B1": .failed, "B2": .failed, "B3": .failed, "B4": .failed,
      "B5": .crashed(signal: 4), "B9": .failed,
    ]
    let open: Set = ["example.one", "B1", "B4", "B9"]
    return SubmissionResult(
      exercise: "Alpha", submission: String(repeating: "a", count: 64), earned: 1, points: 11,
      verdicts: verdicts.mapValues(\.name), notRun: [], isolation: IsolationOnRecord(.unconfined),
      scheme: "d",
      runtime: "r", suite: "of another day",
      details: Dictionary(
        uniqueKeysWithValues: verdicts.compactMap { id, verdict in
          details(id, verdict, isOpen: open.contains(id)).map { (id, $0) }
        }))
  }

  /// The enrolment: Alpha is graded, Beta does not build, nothing of Gamma arrived, and grading Delta broke.
  private func enrolment() throws -> EnrolmentState {
    var life = Life(Enrolment())
    try life.send(
      .open(
        .init(
          taking: TakingID(learner: "ada", number: 1), name: "Ada Lovelace\(stain)", email: nil,
          scheme: document, schemeDigest: String(repeating: "d", count: 64),
          reviewQuestions: Self.reviewIDs, at: 1_700_000_000_000)))
    for exercise in ["Alpha", "Beta", "Delta"] {
      try life.send(
        .receive(
          exercise: exercise, submission: exercise == "Alpha" ? alpha().submission : exercise))
    }
    try life.send(.record(try alpha()))
    try life.send(
      .record(
        SubmissionResult(
          exercise: "Beta", submission: "Beta", earned: 0, points: 4, verdicts: ["B1": "notRun"],
          notRun: ["Sources/A.swift:1:1: error: no '<' here\(stain)"],
          isolation: IsolationOnRecord(.bubblewrap),
          scheme: "d", runtime: "r", suite: "s", details: [:])))
    try life.send(
      .fail(exercise: "Delta", submission: "Delta", reason: "The suite broke.\(stain)"))
    for (question, answer) in reviewAnswers {
      let item = bank[question]
      try life.send(
        .answer(
          .init(
            question: question, itemDigest: "i", answer: answer,
            marked: item.map { $0.key.mark(answer, to: $0.question).credit } ?? .one,
            policy: TryPolicy(credit: [.one, .one, Rational(1, over: 2)], feedback: review))))
    }
    return life.state
  }

  // MARK: - The questions

  /// The review questions of the taking; R9 is in no file any more.
  private static let reviewIDs: [QuestionID] = [
    "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9",
  ]

  /// What was answered: R1 right at the second try, R2 wrong once, R4 wrong to the end, R5 right in part, R6 in words.
  private var reviewAnswers: [(QuestionID, Answer)] {
    [
      ("R1", .options(["a"])), ("R1", .options(["b"])), ("R2", .options(["a"])),
      ("R4", .options(["a"])), ("R4", .options(["c"])), ("R4", .options(["d"])),
      ("R5", .options(["b"])), ("R6", .text("a <shop>\(stain)")),
      ("R7", .pairs(["a": "2", "b": "1"])), ("R9", .text("gone")),
    ]
  }

  /// A question of some kind with marks in its key; options a to d, of which b is right.
  private func item(
    _ id: QuestionID, bullet: BulletID, _ form: Question.Form? = nil,
    _ solution: QuestionKey.Solution? = nil, _ said: QuestionKey.Condition? = nil
  ) -> QuestionBank.Item {
    let options = Self.entries("abcd", stain)
    return QuestionBank.Item(
      question: Question(
        id: id, bullet: bullet, bloom: .apply, prompt: "ASK-\(id) `a < b`?\(stain)",
        form: form ?? .single(options)),
      key: QuestionKey(
        id: id, solution: solution ?? .single("b"),
        feedback: said.map { [.init($0, "SAID-\(id)-x\(stain)")] }
          ?? options.map { .init(.option($0.id), "SAID-\(id)-\($0.id)\(stain)") },
        rationale: "WHY-\(id)\(stain)", sources: ["SRC-\(id)\(stain)"],
        expectedFacility: Rational(1, over: 2)))
  }

  /// Entries with some identifiers.
  private static func entries(_ ids: String, _ stain: String) -> [Question.Entry] {
    ids.map { .init(id: String($0), text: "Choice \($0)\(stain)") }
  }

  /// The review questions that are in the files.
  private var bank: QuestionBank {
    let pairs = Question.Form.matching(
      left: Self.entries("ab", stain), right: Self.entries("123", stain))
    return QuestionBank(
      ["R1", "R2", "R3", "R4"].map { item($0, bullet: "U1-1") } + [
        item(
          "R5", bullet: "U1-2", .multiple(Self.entries("abcd", stain)), .multiple(["b", "c"])),
        item(
          "R6", bullet: "U1-2", .text(maximumWords: 3), .text(accept: ["store"], reject: []),
          .outcome(isRight: false)),
        item(
          "R7", bullet: "U1-2", pairs, .matching(["a": "2", "b": "1"]),
          .pair(left: "a", right: "2")),
        item(
          "R8", bullet: "U1-2", .ordering(Self.entries("12", stain)), .ordering(["2", "1"]),
          .order(first: "1", second: "2")),
      ])
  }

  /// The exam: E1 right, E2 wrong once, E3 wrong to the end, E4 never tried.
  private func sitting() throws -> SittingState {
    var life = Life(Sitting())
    guard phase != .notStarted else { return life.state }
    let form = ExamForm(
      seed: 1,
      entries: (["E1", "E2", "E3", "E4"] as [QuestionID]).map { id in
        let item = item(id, bullet: "U1-1")
        return .init(
          item: item, layout: QuestionLayout(asWritten: item.question),
          policy: TryPolicy(credit: [.one, .one], feedback: exam))
      })
    try life.send(.start(form: form, minutes: nil, afterClosing: afterClosing.rawValue))
    for (id, option) in [("E1", "b"), ("E2", "a"), ("E3", "a"), ("E3", "c")] {
      try life.send(.answer(QuestionID(rawValue: id), .options([option])))
    }
    if phase == .over { try life.send(.finish) }
    return life.state
  }
}

/// A decider with the state that it has come to, a second after the other.
private struct Life<D: Decider> {
  private let decider: D
  private(set) var state: D.State
  private var now: Int64 = 1_700_000_000_000

  init(_ decider: D) {
    self.decider = decider
    state = decider.initialState
  }

  mutating func send(_ command: D.Command) throws {
    now += 1_000
    let context = DecisionContext(
      commandID: "c", now: Timestamp(rawValue: now), actor: "test")
    for event in try decider.decide(command, in: state, context: context) {
      state = decider.evolve(state, event)
    }
  }
}
