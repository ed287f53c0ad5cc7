import EventSourcing
import Gradebook
import Grading
import QuestionSupport
import Registrar
import Testing

@Suite("Review questions and the final exam")
struct QuestionTests {
  @Test("Every review question can be answered rightly, and then the part is full")
  func everyReviewQuestion() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    let questions = try await registrar.reviewQuestions(of: "ada")
    #expect(questions.count >= 80)
    for question in questions {
      let (right, wrong) = Answer.rightAndWrong(question.item)
      let id = question.item.question.id
      let first = try await registrar.answerReview(
        of: "ada", question: id,
        with: wrong.text(to: question.item.question, shown: question.layout))
      #expect(first.feedback.verdict != .right, "\(id)")
      #expect(first.feedback.solution == nil, "\(id): a try is left")
      let second = try await registrar.answerReview(
        of: "ada", question: id,
        with: right.text(to: question.item.question, shown: question.layout))
      #expect(second.feedback.verdict == .right, "\(id)")
      #expect(second.feedback.solution?.rationale == question.item.key.rationale, "\(id)")
    }
    #expect(
      try await registrar.standing(of: "ada").reviewScore == .one, "a second try counts in full")
  }

  @Test("The third try is worth half, and there is no fourth")
  func schedule() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    let questions = try await registrar.reviewQuestions(of: "ada")
    let question = try #require(questions.first { $0.item.question.kind == .single })
    let id = question.item.question.id
    let (right, wrong) = Answer.rightAndWrong(question.item)
    for answer in [wrong, wrong, right] {
      _ = try await registrar.answerReview(
        of: "ada", question: id,
        with: answer.text(to: question.item.question, shown: question.layout))
    }
    let standing = try await registrar.standing(of: "ada")
    #expect(standing.reviewScore == Rational(1, over: 2 * questions.count))
    let error = await #expect(throws: RegistrarError.self) {
      try await registrar.answerReview(of: "ada", question: id, with: "a")
    }
    #expect(error?.kind == .refused)
  }

  @Test("A file of answers is checked as a whole before any counts, and may be given again")
  func answers() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    let questions = Array(try await registrar.reviewQuestions(of: "ada").prefix(5))
    let answers = questions.map { question in
      (
        question: question.item.question.id,
        text: Answer.rightAndWrong(question.item).wrong
          .text(to: question.item.question, shown: question.layout)
      )
    }
    let events = try office.eventCount
    await #expect(throws: AnswerError.self) {
      try await registrar.answerReviews(
        of: "ada", answers.dropLast() + [(answers[4].question, "= = =, ; zzz zzz zzz zzz zzz zzz")])
    }
    await #expect(throws: RegistrarError.self) {
      try await registrar.answerReviews(of: "ada", answers + [("U9-9-R99", "a")])
    }
    #expect(try office.eventCount == events)
    #expect(try await registrar.answerReviews(of: "ada", answers).count == 5)
    #expect(try await registrar.answerReviews(of: "ada", answers).isEmpty)
    #expect(try office.eventCount == events + 5)
  }

  @Test(
    "A line that is no answer is refused by its number",
    arguments: [
      ("U1-1-R01", 1), ("U1-1-R01:", 1), (": a", 1), ("# fine\n\nU1-1-R01: a\nwhat", 4),
      ("U1-1-R01: a\nU1-1-R01: b", 2),
    ])
  func lines(text: String, number: Int) {
    let error = #expect(throws: AnswerError.self) { try AnswersFile(text, name: "f.txt") }
    #expect(error?.description.hasPrefix("Line \(number) of f.txt") == true)
  }

  @Test(
    "Whichever system wrote a file of answers, it holds the same answers",
    arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"], ["", "\u{FEFF}"])
  func lineEnds(end: String, mark: String) throws {
    let lines = ["# by Ada", "", "U1-1-R01: a, c", " U1-1-R02 : two  words ", "# done", ""]
    let file = try AnswersFile(mark + lines.joined(separator: end), name: "f.txt")
    #expect(file.answers.map(\.question) == ["U1-1-R01", "U1-1-R02"])
    #expect(file.answers.map(\.text) == ["a, c", "two words"])
    let wrong = lines + ["what"]
    let error = #expect(throws: AnswerError.self) {
      try AnswersFile(mark + wrong.joined(separator: end), name: "f.txt")
    }
    #expect(error?.description.hasPrefix("Line 7 of f.txt") == true)
  }

  @Test(
    "An exam that is answered rightly throughout earns everything, and keys show only after its end"
  )
  func fullExam() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    let (sitting, _) = try await registrar.startExam(of: "ada")
    #expect(sitting.questions.count == 30)
    for entry in sitting.questions {
      let (right, wrong) = Answer.rightAndWrong(entry.item)
      for answer in [wrong, right] {
        let answered = try await registrar.answerExam(
          of: "ada", question: entry.item.question.id,
          with: answer.text(to: entry.item.question, shown: entry.layout))
        #expect(answered.feedback.solution == nil)
        #expect(answered.feedback.remarks.isEmpty)
      }
    }
    #expect(try await registrar.standing(of: "ada").exam.score == .zero, "not before its end")
    let finished = try await registrar.finishExam(of: "ada")
    #expect(finished.state.finished?.score.value == .one)
    for entry in finished.questions {
      let feedback = try #require(finished.feedback(on: entry))
      #expect(feedback.solution?.rationale == entry.item.key.rationale)
    }
    #expect(try await registrar.standing(of: "ada").exam.score == .one)
    let again = await #expect(throws: RegistrarError.self) {
      try await registrar.startExam(of: "ada")
    }
    #expect(again?.kind == .refused)
  }

  @Test("What is no answer uses no try, in the exam too")
  func malformed() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    let none = await #expect(throws: RegistrarError.self) {
      try await registrar.answerExam(of: "ada", question: "U1-1-E01", with: "a")
    }
    #expect(none?.kind == .refused)
    let (sitting, _) = try await registrar.startExam(of: "ada")
    let events = try office.eventCount
    for entry in sitting.questions where entry.item.question.kind != .text {
      await #expect(throws: AnswerError.self) {
        try await registrar.answerExam(
          of: "ada", question: entry.item.question.id, with: "zzz zzz")
      }
    }
    let stray = await #expect(throws: RegistrarError.self) {
      try await registrar.answerExam(of: "ada", question: "U1-1-R01", with: "a")
    }
    #expect(stray?.kind == .input)
    #expect(try office.eventCount == events)
  }
}
