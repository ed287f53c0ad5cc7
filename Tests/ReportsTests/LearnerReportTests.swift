import Foundation
import Gradebook
import Grading
import Registrar
import Reports
import Testing

@Suite("What a learner is told")
struct LearnerReportTests {
  /// How a golden's file is named.
  private static let endings: [Rendering: String] = [
    .text: "txt", .json: "json", .junit: "junit.xml", .gradescope: "gradescope.json", .html: "html",
  ]

  @Test("Every format says the same of one taking", arguments: Rendering.allCases)
  func golden(rendering: Rendering) throws {
    let text = try rendering.write(try SampleReport().make())
    // The look of a page and its digest are that of all pages, and tested with them.
    let settled = text.replacing(/<style>[\s\S]*?<\/style>/, with: "<style></style>")
      .replacing(/'sha256-[^']+'/, with: "'sha256-'")
    let ending = try #require(Self.endings[rendering])
    try Golden.check(settled, named: "learner-report.\(ending)")
  }

  /// The marks that a policy lets a report show, worked out from the policies alone.
  private static func allowed(_ sample: SampleReport, _ rendering: Rendering) -> Set<String> {
    var marks: Set<String> = []
    if sample.feedback != .none { marks.insert("FIND-B1") }
    if sample.feedback == .all { marks.formUnion(["FIND-B2", "FIND-B3", "FIND-B4", "FIND-B5"]) }
    guard rendering.hasQuestions else { return marks }
    let says: Set<TryPolicy.Feedback> = [.options, .key]
    // Questions that were never tried are in the document, and on page and in text by name only.
    let untried = rendering == .json ? ["ASK-R3", "ASK-R8"] : []
    marks.formUnion(["ASK-R1", "ASK-R2", "ASK-R4", "ASK-R5", "ASK-R6", "ASK-R7"] + untried)
    if says.contains(sample.review) {
      marks.formUnion([
        "SAID-R1-b", "SAID-R2-a", "SAID-R4-d", "SAID-R5-b", "SAID-R6-x", "SAID-R7-x",
      ])
    }
    if sample.review == .key {
      marks.formUnion(["R1", "R4", "R7"].flatMap { ["WHY-\($0)", "SRC-\($0)"] })
    }
    guard sample.phase != .notStarted else { return marks }
    let isOver = sample.phase == .over
    let said = isOver ? sample.afterClosing : sample.exam
    marks.formUnion(["ASK-E1", "ASK-E2", "ASK-E3"])
    if rendering == .json || (isOver && said == .key) { marks.insert("ASK-E4") }
    if says.contains(said) { marks.formUnion(["SAID-E1-b", "SAID-E2-a", "SAID-E3-c"]) }
    if said == .key {
      let told = isOver ? ["E1", "E2", "E3", "E4"] : ["E1", "E3"]
      marks.formUnion(told.flatMap { ["WHY-\($0)", "SRC-\($0)"] })
    }
    return marks
  }

  @Test(
    "Under every policy exactly what it allows is shown, in every format",
    arguments: Rendering.allCases)
  func policies(rendering: Rendering) throws {
    var shown: Set<String> = []
    for feedback in Scheme.Feedback.allCases {
      for review in TryPolicy.Feedback.allCases {
        for said in TryPolicy.Feedback.allCases {
          for phase in [SittingState.Phase.notStarted, .underWay, .over] {
            // What is said in the exam matters while it goes on, and what after its end then.
            let sample = SampleReport(
              feedback: feedback, review: review, exam: phase == .over ? .key : said,
              afterClosing: phase == .over ? said : .key, phase: phase)
            let text = try rendering.write(try sample.make())
            let marks = Set(
              text.matches(of: /(FIND|SAID|WHY|SRC|ASK)-[BRE][0-9](-[a-dx])?/).map {
                String($0.output.0)
              })
            #expect(marks == Self.allowed(sample, rendering), "\(sample)")
            shown.formUnion(marks)
          }
        }
      }
    }
    #expect(shown.contains("FIND-B2"))
    #expect(shown.contains("WHY-E4") == rendering.hasQuestions)
    #expect(!shown.contains("FIND-B9"), "the suite says no more whether B9 is open")
  }

  @Test("A report under way does not tell what the exam has earned", arguments: Rendering.allCases)
  func underWay(rendering: Rendering) throws {
    // The one difference: what wrong answers deserve.
    let report = try SampleReport(phase: .underWay).make()
    #expect(report.standing.exam.score == .zero)
    let exam = try #require(report.outlook.parts.last)
    #expect(exam.part.kind == .finalExam)
    #expect(exam.most == .one)
    let text = try rendering.write(report)
    if rendering == .html { #expect(text.contains("Under way: 3 of 4 questions tried.")) }
  }

  @Test("A behaviour that its suite has no more is shown by name and verdict, and nothing else")
  func lostBehaviour() throws {
    let report = try SampleReport(feedback: .all).make()
    let alpha = try #require(report.exercises.first)
    #expect(
      alpha.behaviours.last == ReportedBehaviour(id: "B9", declaration: nil, verdict: .failed))
    #expect(alpha.isOfEarlierSuite)
    for rendering in Rendering.allCases {
      #expect(try rendering.write(report).contains("B9"), "\(rendering)")
    }
  }

  @Test("What is needed is said with its number, and that a part is not enough where it is not")
  func needs() throws {
    let report = try SampleReport(phase: .notStarted).make()
    let text = try Rendering.text.write(report)
    // Review: R1, R7 and R9 full and R5 three of four options, 3.75 of 9 of 40.
    // Case studies: of Alpha 1 of 11 points, weight 4 of 10, of 30.
    let review = Rational(15, over: 36) * Rational(40, over: 100)
    let cases = Rational(1, over: 11) * Rational(4, over: 10) * Rational(30, over: 100)
    #expect(report.standing.mark.total == review + cases)
    // Still open: R2, R3, R5, R6 and R8, all of them right at the next try, all case studies and the exam.
    // R4 is over and wrong, so eight of nine.
    #expect(
      report.outlook.most == Rational(8, over: 9) * Rational(40, over: 100)
        + Rational(60, over: 100))
    #expect(report.outlook.canPass)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains("Final exam: 30.00 % more at most. Not enough by itself."))
    #expect(!words.contains("You need"))
  }
}
