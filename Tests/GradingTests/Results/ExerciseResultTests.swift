import Grading
import Testing

@Suite("A result of an exercise holds no more than was proved")
struct ExerciseResultTests {
  @Test("Behaviours without a result were not run, and foreign results are dropped")
  func missing() throws {
    let catalogue = try sampleCatalogue([1, 2, 3])
    let result = ExerciseResult.graded(
      catalogue,
      [
        BehaviourResult(behaviour: behaviour("B2", points: 2), verdict: .passed),
        BehaviourResult(behaviour: behaviour("B9", points: 50), verdict: .passed),
      ])
    #expect(result.outcome == .graded)
    #expect(result.exercise == "LotRules")
    #expect(result.behaviours.map(\.behaviour) == catalogue.behaviours)
    #expect(result.behaviours.map(\.verdict) == [.notRun, .passed, .notRun])
    #expect(result.earned == 2)
    #expect(result.points == 6)
    #expect(result.score == Rational(1, over: 3))
  }

  @Test("A result for a behaviour that differs in anything from the catalogue's does not count")
  func changed() throws {
    let catalogue = try sampleCatalogue([1])
    let honest = catalogue.behaviours[0]
    let changes: [(inout Behaviour) -> Void] = [
      { $0.points = 100 }, { $0.sentence = "It does nothing." }, { $0.hint = "" },
      { $0.isOpen.toggle() },
    ]
    for change in changes {
      var behaviour = honest
      change(&behaviour)
      let result = ExerciseResult.graded(
        catalogue, [BehaviourResult(behaviour: behaviour, verdict: .passed)])
      #expect(result.behaviours == [BehaviourResult(behaviour: honest, verdict: .notRun)])
      #expect(result.earned == 0)
    }
  }

  @Test("Only a pass earns, and only a grader fault takes the score away", arguments: everyVerdict)
  func verdicts(verdict: Verdict) throws {
    let catalogue = try sampleCatalogue([3, 1])
    let result = ExerciseResult.graded(
      catalogue,
      [
        BehaviourResult(behaviour: catalogue.behaviours[0], verdict: verdict),
        BehaviourResult(behaviour: catalogue.behaviours[1], verdict: .passed),
      ])
    switch verdict {
    case .passed: #expect(result.score == .one)
    case .graderFault:
      #expect(result.hasGraderFault)
      #expect(result.score == nil)
    default:
      #expect(!result.hasGraderFault)
      #expect(result.score == Rational(1, over: 4))
    }
    #expect(result.earned == (verdict == .passed ? 4 : 1))
  }

  @Test(
    "Where nothing ran, every behaviour is there with no points",
    arguments: [
      .notHandedIn(reason: "There is no folder Sources."), .refused(reasons: ["x is a link."]),
      .notBuilt(diagnostics: ["Sources/A.swift:1:1: error: no"]),
    ] as [ExerciseOutcome])
  func notGraded(outcome: ExerciseOutcome) throws {
    let catalogue = try sampleCatalogue([1, 2])
    let result = ExerciseResult.notGraded(catalogue, outcome)
    #expect(result.outcome == outcome)
    #expect(result.behaviours.map(\.behaviour) == catalogue.behaviours)
    #expect(result.behaviours.allSatisfy { $0.verdict == .notRun })
    #expect(result.score == .zero)
    #expect(!result.hasGraderFault)
  }

  @Test("Where the grader broke there is no score, and every behaviour says why")
  func graderFault() throws {
    let result = ExerciseResult.notGraded(
      try sampleCatalogue([1, 2]), .graderFault(reason: "Disk full."))
    #expect(result.hasGraderFault)
    #expect(result.score == nil)
    #expect(result.behaviours.count == 2)
    #expect(result.behaviours.allSatisfy { $0.verdict == .graderFault("Disk full.") })
  }

  @Test("Outcomes and verdicts have the names that documents use")
  func names() {
    let outcomes: [ExerciseOutcome] = [
      .graded, .notHandedIn(reason: "a"), .refused(reasons: ["b", "c"]),
      .notBuilt(diagnostics: ["d"]), .graderFault(reason: "e"),
    ]
    #expect(
      outcomes.map(\.name) == ["graded", "notHandedIn", "refused", "notBuilt", "graderFault"])
    #expect(outcomes.map(\.messages) == [[], ["a"], ["b", "c"], ["d"], ["e"]])
    #expect(
      everyVerdict.map(\.name) == [
        "passed", "failed", "crashed", "exited", "timedOut", "outOfMemory", "brokeProtocol",
        "notRun", "graderFault",
      ])
  }

  @Test("A hint is for verdicts about the submission that are no pass")
  func aboutSubmission() {
    #expect(
      everyVerdict.filter(\.isAboutSubmission).map(\.name) == [
        "failed", "crashed", "exited", "timedOut", "outOfMemory", "brokeProtocol",
      ])
  }

  @Test(
    "What happened is said in one sentence, with the cause where it is well known",
    arguments: [
      (.passed, nil), (.failed, nil), (.notRun, nil),
      (
        .crashed(signal: 5),
        "The process was ended by signal 5, a trap such as a failed precondition or an index out "
          + "of range."
      ),
      (.crashed(signal: 6), "The process was ended by signal 6, an abort."),
      (.crashed(signal: 9), "The process was ended by signal 9."),
      (
        .crashed(signal: 11),
        "The process was ended by signal 11, a bad memory access such as endless recursion."
      ),
      (.crashed(signal: 31), "The process was ended by signal 31."),
      (.exited(status: 0), "The process ended itself with status 0."),
      (.timedOut, "No answer came within the limit of time."),
      (.outOfMemory, "The process needed more memory than the limit."),
      (.brokeProtocol("sent bytes"), "The process sent bytes."),
      (.graderFault("The suite broke."), "The suite broke."),
    ] as [(Verdict, String?)])
  func details(verdict: Verdict, detail: String?) {
    #expect(verdict.detail == detail)
  }
}
