import Gradebook
import Grading
import Registrar
import Reports
import Testing

@Suite("What became of exercises that were handed in, as text")
struct SubmissionTextTests {
  /// A recorded result.
  private func result(_ verdicts: [String: String], notRun: [String] = []) -> SubmissionResult {
    SubmissionResult(
      exercise: "Ledger", submission: "0123456789abcdef", earned: 2, points: 9, verdicts: verdicts,
      notRun: notRun, isolation: IsolationOnRecord(.bubblewrap), scheme: "s", runtime: "r",
      suite: "u")
  }

  /// The text of one exercise.
  private func text(_ outcome: Registrar.Submitted.Outcome) -> String {
    SubmissionText(
      [.init(exercise: "Ledger", outcome: outcome)], style: Style(isColoured: false), width: 80
    ).text()
  }

  @Test("An answer from the record says so, and names what did not pass")
  func answered() {
    let verdicts = ["B1": "passed", "B10": "timedOut", "B2": "failed", "B3": "notRun"]
    #expect(
      text(.answered(result(verdicts))) == """
        In the gradebook
          Ledger: unchanged; answered from the record, 2 of 9 points (0123456789ab)
              Not passed: B2 failed, B10 timed out.
          What was seen when it was graded: `grader feedback`.

        """)
    #expect(
      text(.answered(result(["B1": "notRun"], notRun: ["Sources/A.swift:1:1: error: \u{1B}[2J"])))
        == """
        In the gradebook
          Ledger: unchanged; answered from the record, 2 of 9 points (0123456789ab)
              Sources/A.swift:1:1: error: \\u{1B}[2J
          What was seen when it was graded: `grader feedback`.

        """)
  }

  @Test("What could not be kept is said with its reason")
  func notAccepted() {
    #expect(
      text(.notAccepted(.notHandedIn(reason: "There is no folder A."))) == """
        In the gradebook
          Ledger: nothing recorded. Not handed in: There is no folder A.

        """)
    #expect(
      text(.notAccepted(.refused(reasons: ["A links.", "B too."]))) == """
        In the gradebook
          Ledger: nothing recorded. Refused; nothing was compiled: A links. B too.

        """)
  }
}
