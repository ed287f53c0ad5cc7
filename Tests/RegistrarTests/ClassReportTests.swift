import EventSourcing
import Gradebook
import Grading
import QuestionSupport
import Registrar
import SQLiteStore
import Testing

@Suite("The class report of a gradebook")
struct ClassReportTests {
  @Test("It agrees with every learner's standing and with the list of marks, event by event")
  func agrees() async throws {
    let office = try Office()
    let registrar = office.registrar
    func check(_ comment: Comment) async throws {
      let report = try await registrar.classReport(catalogues: [:])
      let takings = try await registrar.takings()
      let last = Dictionary(takings.map { ($0.taking.learner, $0) }) { _, later in later }
      #expect(report.learners.map(\.taking.learner) == last.keys.sorted(), comment)
      for line in report.learners {
        let standing = try await registrar.standing(of: line.taking.learner)
        #expect(line.taking == standing.taking, comment)
        #expect(line.mark == standing.mark, comment)
        #expect(line.mark == last[line.taking.learner]?.mark, comment)
        #expect(line.exam == standing.exam.phase, comment)
      }
    }
    try await check("nobody")
    for learner in ["ada", "ben"] {
      _ = try await registrar.enrol(learner, name: "The learner \(learner)", email: nil)
    }
    try await check("enrolled")
    let question = try #require(try await registrar.reviewQuestions(of: "ada").first)
    _ = try await registrar.answerReview(
      of: "ada", question: question.item.question.id,
      with: Answer.rightAndWrong(question.item).right
        .text(to: question.item.question, shown: question.layout))
    try await check("answered")
    let sitting = try await registrar.startExam(of: "ada").sitting
    for entry in sitting.questions.prefix(5) {
      _ = try await registrar.answerExam(
        of: "ada", question: entry.item.question.id,
        with: Answer.rightAndWrong(entry.item).right
          .text(to: entry.item.question, shown: entry.layout))
    }
    try await check("under way")
    _ = try await registrar.finishExam(of: "ada")
    try await check("over")
    let report = try await registrar.classReport(catalogues: [:])
    let ada = try #require(report.learners.first)
    #expect(ada.mark.total > .zero)
    #expect(ada.reviewTried == 1)
    // What is in a bank is known of each question, of the review and of the form.
    #expect(report.items.count == 1 + sitting.questions.count)
    #expect(report.items.allSatisfy { $0.bullet != nil && $0.kind != nil && $0.expected != nil })
    #expect(report.items.filter { $0.figures.tried == 1 }.count == 6)
    _ = try await registrar.close("ada", reason: "end of term")
    _ = try await registrar.enrol("ada", name: nil, email: nil)
    try await check("again")
    #expect(try await registrar.classReport(catalogues: [:]).learners.first?.mark.total == .zero)
  }

  @Test("Reading changes nothing, and a sitting that was taken back is told of")
  func takenBack() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    _ = try await registrar.startExam(of: "ada")
    #expect(try await registrar.classReport(catalogues: [:]).concerns.isEmpty)
    _ = try await registrar.resetExam(of: "ada", by: "Eve", reason: "Power cut")
    let events = try office.eventCount
    let report = try await registrar.classReport(catalogues: [:])
    #expect(report.concerns.map(\.kind) == [.sittingTakenBack])
    #expect(report.concerns.map(\.taking.learner) == ["ada"])
    #expect(report.learners.map(\.exam) == [.notStarted])
    #expect(report.items.isEmpty)
    #expect(try office.eventCount == events)
  }

  @Test("An event that cannot be understood is named, and there is no report without it")
  func poison() async throws {
    let office = try Office()
    _ = try await office.registrar.enrol("ada", name: "Ada", email: nil)
    _ = try await office.store.append(
      [NewEvent(id: "x", type: "review.answered", schema: 1, payload: .object([:]))],
      to: "enrolment-ada-1", expecting: .streamExists, at: 1_800_000_000_000)
    let error = await #expect(throws: RegistrarError.self) {
      try await office.registrar.classReport(catalogues: [:])
    }
    #expect(error?.kind == .gradebook)
    #expect(error?.description.contains("position 2") == true)
  }
}
