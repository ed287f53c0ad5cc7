import EventSourcing
import Gradebook
import Grading
import QuestionSupport
import Registrar
import Testing

@Suite("A learner's report from a gradebook")
struct ReportTests {
  @Test("Of the exam it says what the exam itself says, and no key before the end")
  func exam() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    #expect(try await registrar.report(on: "ada", catalogues: [:]).exam.isEmpty)
    let sitting = try await registrar.startExam(of: "ada").sitting
    for (index, entry) in sitting.questions.enumerated() where index % 3 != 2 {
      let (right, wrong) = Answer.rightAndWrong(entry.item)
      _ = try await registrar.answerExam(
        of: "ada", question: entry.item.question.id,
        with: (index % 3 == 0 ? right : wrong).text(to: entry.item.question, shown: entry.layout))
    }
    for isOver in [false, true] {
      if isOver { _ = try await registrar.finishExam(of: "ada") }
      let report = try await registrar.report(on: "ada", catalogues: [:])
      let state = try await registrar.exam(of: "ada")
      #expect(report.exam.count == 30)
      #expect(report.exam.map(\.feedback) == state.questions.map { state.feedback(on: $0) })
      #expect(report.exam.allSatisfy { ($0.feedback?.solution != nil) == isOver })
      #expect(report.exam.allSatisfy { $0.credit == nil })
      #expect(report.examTakesAnswers == !isOver)
      #expect(report.exam.count { $0.feedback?.verdict == .right } == 10)
      #expect(report.standing == (try await registrar.standing(of: "ada")))
    }
  }

  @Test(
    "Of review questions it says what the list of them says, and nothing of those that were never tried"
  )
  func review() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    let questions = try await registrar.reviewQuestions(of: "ada")
    for (index, question) in questions.enumerated() where index % 3 != 2 {
      let (right, wrong) = Answer.rightAndWrong(question.item)
      _ = try await registrar.answerReview(
        of: "ada", question: question.item.question.id,
        with: (index % 3 == 0 ? right : wrong)
          .text(to: question.item.question, shown: question.layout))
    }
    let report = try await registrar.report(on: "ada", catalogues: [:])
    let list = try await registrar.reviewQuestions(of: "ada")
    #expect(report.review.map(\.question.id) == list.map(\.item.question.id))
    #expect(report.review.map(\.feedback) == list.map(\.feedback))
    #expect(report.review.count { $0.feedback?.solution != nil } == (questions.count + 2) / 3)
    #expect(report.review.count { $0.feedback == nil } == questions.count / 3)
    #expect(report.lostReview.isEmpty)
    // All that is open can still be right, in full at the second try.
    #expect(report.outlook.most == .one)
  }

  @Test("An earlier taking can be shown, and one that there is not is refused")
  func takings() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    _ = try await registrar.close("ada", reason: "r")
    office.pass(seconds: 60)
    _ = try await registrar.enrol("ada", name: "Ada Byron", email: nil)
    let first = try await registrar.report(on: "ada", number: 1, catalogues: [:])
    #expect(first.standing.name == "Ada")
    #expect(first.outlook.parts.allSatisfy { !$0.isOpen })
    let last = try await registrar.report(on: "ada", catalogues: [:])
    #expect(last.standing.name == "Ada Byron")
    #expect(last.outlook.parts.allSatisfy { $0.isOpen })
    let error = await #expect(throws: RegistrarError.self) {
      try await registrar.report(on: "ada", number: 3, catalogues: [:])
    }
    #expect(error?.kind == .input)
  }
}
