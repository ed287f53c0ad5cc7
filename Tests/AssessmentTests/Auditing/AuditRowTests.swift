import Grading
import Testing

@testable import Assessment

@Suite("A row of the matrix holds where the result is what must come out")
struct AuditRowTests {
  /// A subject with a demand; its files do not matter here.
  private static func subject(_ demand: AuditSubject.Demand) -> AuditSubject {
    AuditSubject(kind: .mutant, name: "m", demand: demand, files: .success([]))
  }

  /// One demand of every kind.
  private static let demands: [AuditSubject.Demand] = [
    .fullMarks, .zero, .underHalf, .caught(by: ["B3"]),
  ]

  @Test(
    "Full marks, no point, less than half, and being caught are each held against what passed",
    arguments: [
      (.fullMarks, ["B1", "B2", "B3"], nil),
      (.fullMarks, ["B1", "B3"], "Not passed: B2"),
      (.fullMarks, [], "Not passed: B1, B2, B3"),
      (.zero, [], nil),
      (.zero, ["B2"], "Passed: B2"),
      (.zero, ["B1", "B2", "B3"], "Passed: B1, B2, B3"),
      (.underHalf, ["B2"], nil),
      (.underHalf, ["B1", "B2"], "Earned half of the points or more."),
      (.caught(by: ["B2"]), ["B1", "B3"], nil),
      // What else fails does not matter.
      (.caught(by: ["B2"]), [], nil),
      (.caught(by: ["B2", "B3"]), ["B1", "B3"], "Not caught by B3"),
      (.caught(by: ["B3", "B1"]), ["B1", "B2", "B3"], "Not caught by B3, B1"),
      (.caught(by: ["B2", "B9"]), [], "Unknown behaviours: B9"),
      (.caught(by: ["b2"]), ["B1", "B3"], "Unknown behaviours: b2"),
    ] as [(AuditSubject.Demand, Set<String>, String?)])
  func demand(demand: AuditSubject.Demand, passed: Set<String>, problem: String?) throws {
    let result = sampleResult(passing: passed, of: try sampleCatalogue())
    let row = AuditRow(Self.subject(demand), result)
    #expect(row.problem == problem)
    #expect(row.earned == passed.count)
    #expect(row.points == 3)
    #expect(row.notPassed == ["B1", "B2", "B3"].filter { !passed.contains($0) })
  }

  @Test("A row names its subject and what it had to be caught by")
  func names() throws {
    let result = sampleResult(passing: [], of: try sampleCatalogue())
    let subject = AuditSubject(
      kind: .alternative, name: "Map", demand: .caught(by: ["B2"]), files: .success([]))
    let row = AuditRow(subject, result)
    #expect(row.kind == .alternative)
    #expect(row.name == "Map")
    #expect(row.caughtBy == ["B2"])
    #expect(AuditRow(Self.subject(.zero), result).caughtBy.isEmpty)
  }

  @Test(
    "A subject that did not run holds under no demand",
    arguments: [
      (
        .notBuilt(diagnostics: ["Sources/A.swift:1:1: error: x", "second"]),
        "Does not build: Sources/A.swift:1:1: error: x"
      ),
      (.refused(reasons: ["A is a link.", "B too."]), "Refused: A is a link. B too."),
      (.notHandedIn(reason: "There is no folder Sources."), "There is no folder Sources."),
      (.graderFault(reason: "Disk full."), "Grader fault: Disk full."),
    ] as [(ExerciseOutcome, String)])
  func notRun(outcome: ExerciseOutcome, problem: String) throws {
    let result = ExerciseResult.notGraded(try sampleCatalogue(), outcome)
    for demand in Self.demands {
      #expect(AuditRow(Self.subject(demand), result).problem == problem)
    }
  }

  @Test("A grader fault in one behaviour is a problem under every demand")
  func graderFault() throws {
    var result = sampleResult(passing: ["B1", "B2"], of: try sampleCatalogue())
    result.behaviours[2].verdict = .graderFault("The suite asked nothing.")
    for demand in Self.demands {
      #expect(
        AuditRow(Self.subject(demand), result).problem == "Grader fault: The suite asked nothing.")
    }
  }

  @Test("A mutant that cannot be used is a problem, never a catch")
  func unusable() {
    let row = AuditRow(
      Self.subject(.caught(by: ["B1"])), unusable: .doesNotFit("Sources has no file A.swift."))
    #expect(row.problem == "Sources has no file A.swift.")
    #expect(row.caughtBy.isEmpty)
    #expect(row.points == 0)
  }
}
