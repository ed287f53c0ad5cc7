import EventChain
import Gradebook
import Grading
import QuestionSupport
import Registrar
import SQLiteStore
import Testing

@Suite("Many processes at one gradebook", .timeLimit(.minutes(10)))
struct RaceTests {
  @Test("64 processes that start the same sitting start it once and all have its form, 100 rounds")
  func starts() async throws {
    let office = try Office()
    let crowd = try await Crowd(of: 64, at: office.path)
    for round in 1...100 {
      let learner = "learner-\(round)"
      _ = try await office.registrar.enrol(learner, name: "Learner", email: nil)
      let answers = try await crowd.ask("start \(learner)")
      #expect(answers.count { $0.hasPrefix("new ") } == 1, "round \(round)")
      #expect(answers.count { $0.hasPrefix("old ") } == 63, "round \(round): \(answers)")
      #expect(Set(answers.compactMap { $0.split(separator: " ").last }).count == 1)
    }
    let started = try await office.registrar.takings().count {
      $0.exam == SittingState.Phase.underWay.rawValue
    }
    #expect(started == 100)
    #expect(try await SQLiteEventStore.verify(at: office.path) == .sound(office.store.head()))
  }

  @Test("Racing answers to one question never exceed its tries, whoever gives them")
  func answers() async throws {
    let office = try Office()
    let registrar = office.registrar
    _ = try await registrar.enrol("ada", name: "Ada", email: nil)
    let (sitting, _) = try await registrar.startExam(of: "ada")
    let crowd = try await Crowd(of: 16, at: office.path)
    for entry in sitting.questions {
      let wrong = Answer.rightAndWrong(entry.item).wrong
        .text(to: entry.item.question, shown: entry.layout)
      let answers = try await crowd.ask("answer ada \(entry.item.question.id) \(wrong)")
      let taken = answers.count { $0 == "wrong" || $0 == "partlyRight" }
      #expect(taken == entry.policy.tries, "\(entry.item.question.id): \(answers)")
      #expect(answers.count { $0 == "refused" } == 16 - taken, "\(answers)")
    }
    let after = try await registrar.exam(of: "ada")
    for entry in after.questions {
      #expect(after.tries(at: entry.item.question.id).list.count == entry.policy.tries)
    }
    #expect(try await SQLiteEventStore.verify(at: office.path) == .sound(office.store.head()))
  }
}
