import Grading
import Reports
import Testing

@testable import Assessment

@Suite("The matrix of an audit as text")
struct AuditTextTests {
  /// A row for a subject whose result is as its demand says, or not.
  private static func row(
    _ kind: AuditSubject.Kind, _ name: String, _ demand: AuditSubject.Demand,
    passing passed: Set<String>
  ) throws -> AuditRow {
    let catalogue = try Catalogue(
      exercise: ExerciseSpecification(name: "LotRules", requires: [], services: ""),
      behaviours: ["B1", "B2", "B3"].map {
        Behaviour(id: $0, sentence: "It does.", points: 1, hint: "Look.", isOpen: true)
      })
    let result = ExerciseResult.graded(
      catalogue,
      catalogue.behaviours.map {
        BehaviourResult(behaviour: $0, verdict: passed.contains($0.id) ? .passed : .failed)
      })
    return AuditRow(
      AuditSubject(kind: kind, name: name, demand: demand, files: .success([])), result)
  }

  /// An audit with one row of every sort.
  private static func sample() throws -> Audit {
    Audit(
      exercise: "LotRules",
      rows: [
        try row(.reference, "LotRules", .fullMarks, passing: ["B1", "B2", "B3"]),
        try row(.alternative, "Map", .fullMarks, passing: ["B1", "B2", "B3"]),
        try row(.starter, "LotRules", .zero, passing: []),
        try row(.mutant, "late", .caught(by: ["B2"]), passing: ["B1", "B3"]),
        try row(.mutant, "wrong", .caught(by: ["B2"]), passing: ["B1"]),
        try row(.mutant, "soon", .caught(by: ["B1"]), passing: ["B1", "B2", "B3"]),
      ], untried: ["B3"])
  }

  /// The text of audits.
  private static func text(_ audits: [Audit], isColoured: Bool = false) -> String {
    AuditText(audits, style: Style(isColoured: isColoured)).text()
  }

  @Test("Each solution is a line with what it earned and who caught it, and the last line judges")
  func golden() throws {
    #expect(
      Self.text([try Self.sample()]) == """
        LotRules
          holds  reference   LotRules  3/3
          holds  alternative Map       3/3
          holds  starter     LotRules  0/3
          holds  mutant      late      2/3  caught by B2
          holds  mutant      wrong     1/3  caught by B2; also B3
          BROKEN mutant      soon      3/3  Not caught by B1
          No mutant is made for B3.

        The matrix does not hold: 1 of 6 solutions.

        """)
  }

  @Test("Several exercises stand apart and are judged together, one solution in the singular")
  func several() throws {
    let good = Audit(
      exercise: "A", rows: [try Self.row(.vacuous, "v", .zero, passing: [])], untried: [])
    #expect(
      Self.text([good]) == """
        A
          holds  vacuous     v  0/3

        The matrix holds: 1 solution.

        """)
    var other = good
    other.exercise = "B"
    let both = Self.text([good, other])
    #expect(both.hasPrefix("A\n  holds  vacuous     v  0/3\n\nB\n  holds  vacuous     v  0/3\n\n"))
    #expect(both.hasSuffix("\n\nThe matrix holds: 2 solutions.\n"))
    other.rows[0].problem = "Passed: B1"
    #expect(
      Self.text([good, other]).hasSuffix("\n\nThe matrix does not hold: 1 of 2 solutions.\n"))
  }

  @Test("Colour changes no word")
  func colour() throws {
    let plain = Self.text([try Self.sample()])
    let coloured = Self.text([try Self.sample()], isColoured: true)
    #expect(coloured != plain)
    #expect(coloured.contains("\u{1B}[31mBROKEN\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test("A problem is one line, and nothing in it acts on the terminal")
  func controls() throws {
    var audit = try Self.sample()
    audit.rows = [audit.rows[0]]
    audit.untried = []
    audit.rows[0].problem = "Does not build: a\nb\u{1B}[2J\u{9B}\u{202E}"
    #expect(
      Self.text([audit]) == """
        LotRules
          BROKEN reference   LotRules  3/3  Does not build: a\\nb\\u{1B}[2J\\u{9B}\\u{202E}

        The matrix does not hold: 1 of 1 solution.

        """)
  }
}
