import Grading
import Reports
import Testing

@Suite("Results as text")
struct ResultsTextTests {
  /// The result of one learner in one exercise with two behaviours.
  static func sample(_ verdict: Verdict, learner: String = "ada") throws -> ClassResult {
    let catalogue = try Catalogue(
      exercise: ExerciseSpecification(name: "Ledger", requires: [], services: ""),
      behaviours: [
        Behaviour(id: "B1", sentence: "It adds.", points: 1, hint: "Add.", isOpen: true),
        Behaviour(id: "B2", sentence: "It subtracts.", points: 2, hint: "Take.", isOpen: true),
      ])
    let finding = Finding(
      given: ["1", "2"], when: "2 is taken", expected: "1", got: "\u{1B}[31m3",
      differences: ["sum: expected 1, got 3"])
    let results = zip(catalogue.behaviours, [.passed, verdict]).map { behaviour, verdict in
      BehaviourResult(
        behaviour: behaviour, verdict: verdict, finding: verdict == .failed ? finding : nil)
    }
    return ClassResult(
      course: "Sample", isolation: .unconfined, minimumIsolation: .unconfined, scheme: "s",
      runtime: "r", weights: ["Ledger": 1],
      isPartial: false,
      learners: [LearnerResult(learner: learner, exercises: [.graded(catalogue, results)])])
  }

  @Test("A failed behaviour comes with what was given, asked, expected and got, and a hint")
  func failed() throws {
    let text = ResultsText(
      try Self.sample(.failed), style: Style(isColoured: false), width: 80
    ).text()
    #expect(
      text == """
        Learner: ada

        Ledger: 1 of 3 points, 33.33 %
          passed B1 (1/1) It adds.
          FAILED B2 (0/2) It subtracts.
              Given: 1
                  2
              When: 2 is taken
              Expected: 1
              Got: \\u{1B}[31m3
              Differs: sum: expected 1, got 3
              Hint: Take.

        Case-study score: 33.33 %

        ISOLATION: none. The code ran outside of a jail, as your own user; do not rely
        on these marks for code you do not trust.

        """)
  }

  @Test("After a grader fault there is no score, no hint, and the fault is called ours")
  func graderFault() throws {
    let text = ResultsText(
      try Self.sample(.graderFault("The suite broke.")), style: Style(isColoured: false), width: 80
    ).text()
    #expect(text.contains("INTERNAL ERROR B2"))
    #expect(text.contains("The suite broke."))
    #expect(text.contains("Case-study score: none, because of a grader fault."))
    #expect(!text.contains("Hint"))
  }

  @Test("A narrow terminal is not overrun", arguments: [40, 60, 80])
  func narrow(width: Int) throws {
    let text = ResultsText(
      try Self.sample(.failed), style: Style(isColoured: false), width: width
    ).text()
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test("Colour adds escape sequences and changes no word")
  func colour() throws {
    let result = try Self.sample(.failed)
    let plain = ResultsText(result, style: Style(isColoured: false), width: 80).text()
    let coloured = ResultsText(result, style: Style(isColoured: true), width: 80).text()
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[31m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
  }

  @Test("A learner's name cannot act on the terminal")
  func name() throws {
    let text = ResultsText(
      try Self.sample(.failed, learner: "e\u{1B}]0;x\u{7}\u{202E}vil"),
      style: Style(isColoured: false), width: 80
    ).text()
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!text.contains("\u{202E}"))
  }
}
