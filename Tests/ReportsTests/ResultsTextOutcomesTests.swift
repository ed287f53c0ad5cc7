import Grading
import Reports
import Testing

@Suite("Results as text, for every outcome and a whole class")
struct ResultsTextOutcomesTests {
  /// Two behaviours, of one point and of two.
  private static func catalogue(_ name: String = "Ledger") throws -> Catalogue {
    try Catalogue(
      exercise: ExerciseSpecification(name: name, requires: [], services: ""),
      behaviours: [
        Behaviour(
          id: "B1", sentence: "A deposit opens the lot with all of its seeds", points: 1,
          hint: "Count.", isOpen: true),
        Behaviour(
          id: "B2", sentence: "Seeds are set aside", points: 2, hint: "Keep.", isOpen: true),
      ])
  }

  /// A graded exercise with a verdict on its second behaviour.
  private static func graded(
    _ verdict: Verdict, finding: Finding? = nil, lastWords: String? = nil
  ) throws -> ExerciseResult {
    let catalogue = try catalogue()
    return .graded(
      catalogue,
      [
        BehaviourResult(behaviour: catalogue.behaviours[0], verdict: .passed),
        BehaviourResult(
          behaviour: catalogue.behaviours[1], verdict: verdict, finding: finding,
          lastWords: lastWords),
      ])
  }

  /// The text of learners with one exercise each.
  private static func text(
    _ learners: [(String, ExerciseResult)], weights: [String: Int] = ["Ledger": 1],
    isPartial: Bool = false, isolation: Isolation = .bubblewrap, width: Int = 80
  ) -> String {
    let result = ClassResult(
      course: "Sample", isolation: isolation, minimumIsolation: .unconfined,
      scheme: "s", runtime: "r", weights: weights,
      isPartial: isPartial,
      learners: learners.map { LearnerResult(learner: $0.0, exercises: [$0.1]) })
    return ResultsText(result, style: Style(isColoured: false), width: width).text()
  }

  @Test("At forty columns everything is broken at spaces and indented below its beginning")
  func narrow() throws {
    let finding = Finding(
      given: ["a lot", "of 100"], when: "40 are reserved",
      expected: "a reservation of 40 seeds for request r-1", got: "nothing")
    let exercise = try Self.graded(.failed, finding: finding)
    let expected = """
      Learner: ada

      Ledger: 1 of 3 points, 33.33 %
        passed B1 (1/1) A deposit opens
            the lot with all of its seeds
        FAILED B2 (0/2) Seeds are set
            aside
            Given: a lot
                of 100
            When: 40 are reserved
            Expected: a reservation of 40
                seeds for request r-1
            Got: nothing
            Hint: Keep.

      Case-study score: 33.33 %

      ISOLATION: none. The code ran outside of
      a jail, as your own user; do not rely on
      these marks for code you do not trust.

      """
    #expect(Self.text([("ada", exercise)], isolation: .unconfined, width: 40) == expected)
    // Narrower terminals get the same.
    #expect(Self.text([("ada", exercise)], isolation: .unconfined, width: 1) == expected)
  }

  @Test(
    "A verdict is a word, with what happened, last words and a hint where they help",
    arguments: [
      (.crashed(signal: 6), "CRASHED", "The process was ended by signal 6, an abort.", true),
      (.exited(status: 2), "EXITED", "The process ended itself with status 2.", true),
      (.timedOut, "TIMEOUT", "No answer came within the limit of time.", true),
      (.outOfMemory, "MEMORY", "The process needed more memory than the limit.", true),
      (.brokeProtocol("sent bytes"), "INVALID", "The process sent bytes.", true),
      (.notRun, "NOT RUN", nil, false),
      (.graderFault("The suite broke."), "INTERNAL ERROR", "The suite broke.", false),
    ] as [(Verdict, String, String?, Bool)])
  func verdicts(verdict: Verdict, word: String, happened: String?, hasHint: Bool) throws {
    let text = Self.text([("ada", try Self.graded(verdict, lastWords: "Fatal error: no"))])
    var lines = ["  \(word) B2 (0/2) Seeds are set aside"]
    if let happened { lines.append("      What happened: \(happened)") }
    lines.append("      Last words: Fatal error: no")
    if hasHint { lines.append("      Hint: Keep.") }
    #expect(text.contains("\n" + lines.joined(separator: "\n") + "\n\n"))
  }

  @Test(
    "An exercise that did not run says why, and the learner's own lines are not broken",
    arguments: [
      (
        .notHandedIn(reason: "There is no folder Sources."),
        "  Not handed in.\n    There is no folder Sources.", "0.00 %"
      ),
      (
        .refused(reasons: ["A is a link.", "B too."]),
        "  Refused; nothing was compiled.\n    A is a link.\n    B too.", "0.00 %"
      ),
      (
        .notBuilt(diagnostics: [
          "Sources/A.swift:1:1: error: a long line that has more than forty characters\n  let a",
          "error: b",
        ]),
        "  Does not build; nothing was run.\n    Sources/A.swift:1:1: error: a long line that has "
          + "more than forty characters\n      let a\n    error: b", "0.00 %"
      ),
      (
        .graderFault(reason: "Disk full."),
        "  Internal error. The grader broke; this costs the learner nothing.\n    Disk full.",
        "none, because of a grader fault."
      ),
    ] as [(ExerciseOutcome, String, String)])
  func outcomes(outcome: ExerciseOutcome, lines: String, score: String) throws {
    let exercise = ExerciseResult.notGraded(try Self.catalogue(), outcome)
    let head =
      exercise.hasGraderFault ? "Ledger: 0 of 3 points" : "Ledger: 0 of 3 points, 0.00 %"
    #expect(
      Self.text([("ada", exercise)], width: 40)
        == "Learner: ada\n\n\(head)\n\(lines)\n\nCase-study score: \(score)\n")
  }

  @Test(
    "A class ends with a line for each learner, says who has no score, and lists what a person must look at"
  )
  func classSummary() throws {
    let broken = ExerciseResult.notGraded(try Self.catalogue(), .graderFault(reason: "x"))
    let refused = ExerciseResult.notGraded(
      try Self.catalogue(), .refused(reasons: ["A is a link.", "B too."]))
    let text = Self.text([
      ("ada", try Self.graded(.passed)), ("Ωmega", try Self.graded(.failed)), ("bo", broken),
      ("cy", refused), ("di", try Self.graded(.graderFault("The suite broke."))),
    ])
    #expect(
      text.hasSuffix(
        """

        Class: 5 learners
          ada    100.00 %
          Ωmega  33.33 %
          bo     no score: grader fault
          cy     0.00 %
          di     no score: grader fault

        3 entries for a person to look at
          bo Ledger: The grader broke. x
          cy Ledger: It was refused. A is a link. B too.
          di Ledger: The grader broke at B2. The suite broke.

        """))
    #expect(!Self.text([("ada", try Self.graded(.passed))]).contains("Class:"))
  }

  @Test("Where nothing graded has a weight there is no score, and no fault is claimed")
  func noWeight() throws {
    for weights in [[:], ["Ledger": 0], ["Other": 1]] {
      let learners = [("ada", try Self.graded(.passed)), ("bo", try Self.graded(.passed))]
      let text = Self.text(learners, weights: weights)
      #expect(text.contains("Case-study score: none, because nothing graded has a weight."))
      #expect(!text.contains("fault"))
    }
  }

  @Test("Where exercises were left out, the score is not called that of the case studies")
  func partial() throws {
    let text = Self.text([("ada", try Self.graded(.passed))], isPartial: true)
    #expect(text.contains("Score of these exercises: 100.00 %"))
    #expect(!text.contains("Case-study score"))
  }

  @Test(
    "Points are counted in the singular or the plural, and isolation is told only where it lacks")
  func counting() throws {
    let catalogue = try Catalogue(
      exercise: ExerciseSpecification(name: "One", requires: [], services: ""),
      behaviours: [Behaviour(id: "B1", sentence: "It is.", points: 1, hint: "", isOpen: true)])
    let result = ExerciseResult.graded(
      catalogue, [BehaviourResult(behaviour: catalogue.behaviours[0], verdict: .passed)])
    let text = Self.text([("ada", result)], weights: ["One": 1])
    #expect(text.contains("One: 1 of 1 point, 100.00 %\n"))
    #expect(!text.contains("ISOLATION"))
  }

  @Test("Nothing that came from a learner acts on the terminal, wherever it stands")
  func controls() throws {
    let evil = "\u{1B}[2J\u{7}\u{9B}\r\u{202E}x\u{2028}"
    let finding = Finding(
      given: [evil], when: evil, expected: evil, got: evil, differences: [evil])
    let exercises = [
      try Self.graded(.failed, finding: finding, lastWords: evil),
      try Self.graded(.brokeProtocol(evil)),
      .notGraded(try Self.catalogue(), .refused(reasons: [evil])),
      .notGraded(try Self.catalogue(), .notBuilt(diagnostics: [evil])),
    ]
    let text = Self.text(exercises.map { (evil + "\n  bo  100.00 %", $0) })
    for scalar in text.unicodeScalars where scalar != "\n" {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        Issue.record("\(scalar.debugDescription)")
      default: break
      }
    }
    #expect(text.contains("\\u{1B}[2J"))
    // A name cannot make up a line of its own.
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("  bo  100.00 %") })
  }
}
