import EventSourcing
import Foundation
import Gradebook
import Grading
import QuestionSupport
import SQLiteStore
import Testing

@testable import Registrar

@Suite("Acts count once")
struct ActTests {
  /// An office with a learner who is enrolled, and their sitting under way.
  private static func office() async throws -> (Office, Registrar.ExamSitting) {
    let office = try Office()
    _ = try await office.registrar.enrol("ada", name: "Ada", email: nil)
    return (office, try await office.registrar.startExam(of: "ada").sitting)
  }

  /// An act of an identity.
  private static func act(_ id: String, by actor: String = "test") throws -> Act {
    try #require(Act(by: actor, id: id))
  }

  /// A question of a sitting with a right and a wrong answer, as they are typed.
  private static func question(
    _ sitting: Registrar.ExamSitting
  ) throws -> (id: QuestionID, right: String, wrong: String) {
    let entry = try #require(sitting.questions.first { $0.policy.tries > 1 })
    let (right, wrong) = Answer.rightAndWrong(entry.item)
    let question = entry.item.question
    return (
      question.id, right.text(to: question, shown: entry.layout),
      wrong.text(to: question, shown: entry.layout)
    )
  }

  @Test("An exam answer that arrives again burns no try and has the outcome that was stored")
  func examAnswer() async throws {
    let (office, sitting) = try await Self.office()
    let question = try Self.question(sitting)
    let act = try Self.act("form-1")
    let first = try await office.registrar.answerExam(
      of: "ada", question: question.id, with: question.wrong, as: act)
    let count = try office.eventCount
    // The same again, then with other content, as from a second window: the first is what counts.
    for text in [question.wrong, question.right] {
      let again = try await office.registrar.answerExam(
        of: "ada", question: question.id, with: text, as: act)
      #expect(again.feedback == first.feedback)
      #expect(again.sitting.tries(at: question.id) == first.sitting.tries(at: question.id))
    }
    #expect(try office.eventCount == count)
    #expect(first.sitting.tries(at: question.id).list.count == 1)
    // Another act is another try.
    let second = try await office.registrar.answerExam(
      of: "ada", question: question.id, with: question.right, as: try Self.act("form-2"))
    #expect(second.sitting.tries(at: question.id).list.count == 2)
    #expect(try office.eventCount == count + 1)
  }

  @Test("The outcome comes back also after the sitting is over and the taking is closed")
  func afterTheEnd() async throws {
    let (office, sitting) = try await Self.office()
    let question = try Self.question(sitting)
    let act = try Self.act("form-1")
    let first = try await office.registrar.answerExam(
      of: "ada", question: question.id, with: question.wrong, as: act)
    _ = try await office.registrar.close("ada", reason: "r")
    let again = try await office.registrar.answerExam(
      of: "ada", question: question.id, with: question.wrong, as: act)
    #expect(again.feedback == first.feedback)
    await #expect(throws: RegistrarError.self) {
      try await office.registrar.answerExam(
        of: "ada", question: question.id, with: question.wrong, as: try Self.act("form-2"))
    }
  }

  @Test("A refused act stores nothing and is decided anew")
  func refused() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    let act = try Self.act("finish-1")
    let count = try office.eventCount
    let error = await #expect(throws: RegistrarError.self) {
      try await registrar.finishExam(of: "ada", as: act)
    }
    #expect(error?.kind == .refused)
    #expect(error?.remedy == .startExam)
    #expect(try office.eventCount == count)
    _ = try await registrar.startExam(of: "ada")
    #expect(try await registrar.finishExam(of: "ada", as: act).state.phase == .over)
  }

  @Test("An identity that was used on another stream is refused at once, and nothing is stored")
  func elsewhere() async throws {
    let (office, sitting) = try await Self.office()
    let question = try Self.question(sitting)
    let registrar = office.registrar
    _ = try await registrar.enrol("ben", name: "Ben", email: nil)
    _ = try await registrar.startExam(of: "ben")
    let act = try Self.act("form-1")
    _ = try await registrar.answerExam(
      of: "ada", question: question.id, with: question.wrong, as: act)
    let other = try Self.question(try await registrar.exam(of: "ben"))
    let count = try office.eventCount
    let error = await #expect(throws: RegistrarError.self) {
      try await registrar.answerExam(of: "ben", question: other.id, with: other.wrong, as: act)
    }
    #expect(error?.kind == .refused)
    #expect(error?.description.contains("form-1") == true)
    #expect(try office.eventCount == count)
  }

  @Test("Under the identity of another kind of act on the same stream nothing is done")
  func otherKind() async throws {
    let (office, sitting) = try await Self.office()
    let question = try Self.question(sitting)
    let registrar = office.registrar
    let act = try Self.act("reset-1")
    _ = try await registrar.resetExam(of: "ada", by: "Eve", reason: "r", as: act)
    let count = try office.eventCount
    await #expect(throws: RegistrarError.self) {
      try await registrar.answerExam(
        of: "ada", question: question.id, with: question.wrong, as: act)
    }
    #expect(try office.eventCount == count)
  }

  /// Does something twice as one act, and finds nothing more recorded by the second time.
  private static func twice<Value>(
    _ office: Office, _ id: String, _ body: (Act) async throws -> Value
  ) async throws -> (first: Value, second: Value) {
    let act = try act(id)
    let first = try await body(act)
    let count = try office.eventCount
    let second = try await body(act)
    #expect(try office.eventCount == count, "\(id)")
    return (first, second)
  }

  @Test("Enrolling, answering, starting, resetting and closing again change nothing more")
  func everything() async throws {
    let office = try Office()
    let registrar = office.registrar
    let enrolled = try await Self.twice(office, "a1") {
      try await registrar.enrol("ada", name: "Ada", email: nil, as: $0)
    }
    #expect(enrolled.first.isNew && enrolled.second.isNew)
    #expect(enrolled.first.taking.id == enrolled.second.taking.id)

    let review = try #require(try await registrar.reviewQuestions(of: "ada").first)
    let wrong = Answer.rightAndWrong(review.item).wrong
      .text(to: review.item.question, shown: review.layout)
    let answered = try await Self.twice(office, "a2") {
      try await registrar.answerReview(
        of: "ada", question: review.item.question.id, with: wrong, as: $0)
    }
    #expect(answered.first.attempt == answered.second.attempt)
    #expect(answered.first.question.tries == answered.second.question.tries)
    #expect(answered.first.feedback == answered.second.feedback)

    let started = try await Self.twice(office, "a3") {
      try await registrar.startExam(of: "ada", as: $0)
    }
    #expect(started.first.isNew && started.second.isNew)
    #expect(started.first.sitting.state == started.second.sitting.state)

    let reset = try await Self.twice(office, "a4") {
      try await registrar.resetExam(of: "ada", by: "Eve", reason: "r", as: $0)
    }
    #expect(reset.first.state == reset.second.state)

    let closed = try await Self.twice(office, "a5") {
      try await registrar.close("ada", reason: "r", as: $0)
    }
    #expect(closed.first == closed.second)
  }

  @Test("An act on several streams that was cut off between them is completed when it comes again")
  func cutOff() async throws {
    let (office, _) = try await Self.office()
    let registrar = office.registrar
    let act = try Self.act("close-1")
    let taking = TakingID(learner: "ada", number: 1)
    try await registrar.send(.finish, as: act, "finish", to: taking.sitting, under: Sitting())
    let count = try office.eventCount
    let standing = try await registrar.close("ada", reason: "r", as: act)
    #expect(standing.closed != nil)
    #expect(try office.eventCount == count + 1)
  }

  @Test("The record says who acted, call by call, and under which identity")
  func onRecord() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol(
      "ada", name: "Ada", email: nil, as: try Self.act("x1", by: "the office"))
    _ = try await registrar.startExam(of: "ada", as: try Self.act("x2", by: "ada"))
    let events = try await office.store.page(after: .start, limit: 10, types: nil).events
    #expect(
      events.map(\.event.metadata) == [
        ["causation": "x1", "actor": "the office"], ["causation": "x2", "actor": "ada"],
      ])
  }

  @Test(
    "An identity has 1 to 64 letters, digits and hyphens, so that none looks like that of a step",
    arguments: [
      "", " ", "a b", "a+b", "a@b", "a/0", "ä", "a\u{0}", String(repeating: "a", count: 65),
    ])
  func form(id: String) {
    #expect(Act(by: "x", id: id) == nil)
    #expect(Act(by: "x", id: String(repeating: "a", count: 64)) != nil)
  }

  @Test("An answer reads each stream that it depends on once")
  func reads() async throws {
    let (office, sitting) = try await Self.office()
    let question = try Self.question(sitting)
    let counting = CountingStore(over: office.store)
    let registrar = Registrar(
      course: office.registrar.course,
      gradebook: GradebookStores(
        name: "book", events: counting, views: office.registrar.views,
        examine: office.registrar.gradebook.examine), now: office.registrar.now,
      randomNumber: office.registrar.randomNumber)
    _ = try await registrar.answerExam(of: "ada", question: question.id, with: question.wrong)
    #expect(counting.take() == ["enrolment-ada-1": 1, "sitting-ada-1": 1])
    let review = try #require(try await registrar.reviewQuestions(of: "ada").first)
    _ = counting.take()
    _ = try await registrar.answerReview(
      of: "ada", question: review.item.question.id,
      with: Answer.rightAndWrong(review.item).wrong
        .text(to: review.item.question, shown: review.layout))
    #expect(counting.take() == ["enrolment-ada-1": 1])
  }
}
