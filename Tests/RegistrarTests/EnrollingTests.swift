import Assessment
import Digests
import EventSourcing
import Gradebook
import Grading
import QuestionSupport
import Registrar
import Testing

@Suite("Enrolling and closing")
struct EnrollingTests {
  @Test(
    "A new taking starts only when the last is closed, and has marks, form and sitting of its own")
  func takings() async throws {
    let office = try Office()
    let registrar = office.registrar
    let (first, isNew) = try await registrar.enrol("ada", name: "Ada  Lovelace ", email: nil)
    #expect(isNew && first.id.number == 1 && first.opened.name == "Ada Lovelace")
    let (same, isNewAgain) = try await registrar.enrol("ada", name: nil, email: nil)
    #expect(!isNewAgain && same.id == first.id)
    let events = try office.eventCount
    let refused = await #expect(throws: RegistrarError.self) {
      try await registrar.enrol("ada", name: "Ada King", email: nil)
    }
    #expect(refused?.kind == .refused)
    #expect(try office.eventCount == events)

    let firstForm = try await registrar.startExam(of: "ada").sitting.questions
    let question = try #require(try await registrar.reviewQuestions(of: "ada").first)
    _ = try await registrar.answerReview(
      of: "ada", question: question.item.question.id,
      with: Answer.rightAndWrong(question.item).right
        .text(to: question.item.question, shown: question.layout))
    let closed = try await registrar.close("ada", reason: "end of term")
    #expect(closed.closed?.reason == "end of term")
    #expect(closed.exam.phase == .over)
    #expect(closed.reviewScore > .zero)

    let (second, _) = try await registrar.enrol("ada", name: "Ada King", email: nil)
    #expect(second.id.number == 2 && second.opened.name == "Ada King")
    let standing = try await registrar.standing(of: "ada")
    #expect(standing.mark.total == .zero)
    #expect(standing.exam.phase == .notStarted)
    #expect(try await registrar.standing(of: "ada", number: 1) == closed)
    let (sitting, isNewSitting) = try await registrar.startExam(of: "ada")
    #expect(isNewSitting)
    #expect(sitting.questions != firstForm, "another form is drawn")
  }

  @Test("In a closed taking nothing can be answered, started or closed again")
  func closed() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    _ = try await registrar.close("ada", reason: "r")
    let events = try office.eventCount
    let attempts: [@Sendable () async throws -> Void] = [
      { _ = try await registrar.startExam(of: "ada") },
      { _ = try await registrar.finishExam(of: "ada") },
      { _ = try await registrar.resetExam(of: "ada", by: "X", reason: "r") },
      { _ = try await registrar.answerExam(of: "ada", question: "U1-1-E01", with: "a") },
      { _ = try await registrar.answerReview(of: "ada", question: "U1-1-R01", with: "a") },
      { _ = try await registrar.close("ada", reason: "r") },
    ]
    for attempt in attempts {
      let error = await #expect(throws: RegistrarError.self) { try await attempt() }
      #expect(error?.kind == .refused)
    }
    #expect(try office.eventCount == events)
  }

  @Test(
    "Names that cannot be, people who are not there and takings that never were get one sentence")
  func unknown() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    let events = try office.eventCount
    let attempts: [@Sendable () async throws -> Void] = [
      { _ = try await registrar.enrol("Ada", name: "Ada", email: nil) },
      { _ = try await registrar.enrol("ben", name: nil, email: nil) },
      { _ = try await registrar.enrol("ben", name: " ", email: nil) },
      { _ = try await registrar.enrol("ben", name: "B\u{1B}[2J", email: nil) },
      { _ = try await registrar.standing(of: "nobody") },
      { _ = try await registrar.standing(of: "../ada") },
      { _ = try await registrar.standing(of: "ada", number: 2) },
      { _ = try await registrar.startExam(of: "nobody") },
      { _ = try await registrar.answerReview(of: "ada", question: "U9-9-R99", with: "a") },
    ]
    for attempt in attempts {
      let error = await #expect(throws: RegistrarError.self) { try await attempt() }
      #expect(error?.kind == .input)
      #expect(error?.description.hasSuffix(".") == true)
    }
    let unit = await #expect(throws: AssessmentError.self) {
      try await registrar.reviewQuestions(of: "ada", unit: "Unit9")
    }
    #expect(unit?.kind == .input)
    #expect(try office.eventCount == events)
  }

  @Test("A clock that runs backward changes nothing")
  func clock() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    _ = try await registrar.startExam(of: "ada")
    let events = try office.eventCount
    office.pass(seconds: -3_600)
    let question = try #require(try await registrar.reviewQuestions(of: "ada").first)
    let text = Answer.rightAndWrong(question.item).wrong
      .text(to: question.item.question, shown: question.layout)
    let attempts: [@Sendable () async throws -> Void] = [
      { _ = try await registrar.finishExam(of: "ada") },
      { _ = try await registrar.close("ada", reason: "r") },
      {
        _ = try await registrar.answerReview(
          of: "ada", question: question.item.question.id, with: text)
      },
    ]
    for attempt in attempts {
      let error = await #expect(throws: RegistrarError.self) { try await attempt() }
      #expect(error?.kind == .refused)
      #expect(error?.description.contains("clock") == true)
    }
    #expect(try office.eventCount == events)
  }

  @Test("What was marked keeps the scheme it was marked under")
  func scheme() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    let standing = try await registrar.standing(of: "ada")
    #expect(standing.scheme == registrar.course.scheme)
    #expect(standing.schemeDigest == registrar.course.schemeDigest.description)
    #expect(standing.mark.parts.map(\.weight) == [40, 30, 30])
  }
}
