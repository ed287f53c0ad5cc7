import Assessment
import Foundation
import Gradebook
import Grading
import QuestionSupport
import Registrar
import Sandbox
import Testing

@Suite("What was graded before is answered from the record", .timeLimit(.minutes(10)))
struct RecordAnswerTests {
  /// What can differ between two gradings.
  enum Change: CaseIterable {
    case nothing, files, code, scheme, runtime, isolation

    /// The circumstances after it.
    var circumstances: Circumstances {
      let usual = FakeDesk.usual
      let other = FakeDesk.digest("other")
      return Circumstances(
        isolation: self == .isolation ? .unconfined : usual.isolation,
        scheme: self == .scheme ? other : usual.scheme,
        runtime: self == .runtime ? other : usual.runtime,
        code: self == .code ? other : usual.code)
    }
  }

  /// Hands in Ada's ledger.
  private func submit(
    in office: Office, at desk: GradingDesk, again: Bool = false
  ) async throws -> Registrar.Submitted {
    try #require(
      try await office.registrar.submit(
        try office.learnerFolder("ada"), of: "ada", exercises: office.exercises("Ledger"),
        at: desk, again: again, jobs: 1
      ) { _, _ in
      }.first)
  }

  /// An office in which Ada is enrolled and has written her ledger.
  private func office() async throws -> Office {
    let office = try Office()
    _ = try await office.registrar.enrol("ada", name: "Ada", email: nil)
    try office.write("struct Work {}\n", by: "ada")
    return office
  }

  @Test(
    "The same files under the same circumstances are not graded again, nor is anything prepared; if any of the five digests differs they are",
    arguments: Change.allCases)
  func changes(_ change: Change) async throws {
    let office = try await office()
    let first = try await submit(in: office, at: FakeDesk().desk())
    let recorded = try #require(first.recorded)
    #expect(first.graded != nil)
    if change == .files { try office.write("struct Work { var more = 1 }\n", by: "ada") }

    let fake = FakeDesk()
    let second = try await submit(in: office, at: fake.desk(under: change.circumstances))
    let isAnswered = change == .nothing
    #expect(fake.preparations == (isAnswered ? 0 : 1))
    #expect(fake.gradings == (isAnswered ? [] : ["Ledger"]))
    if case .answered(let answer) = second.outcome {
      #expect(isAnswered && answer == recorded)
    } else {
      #expect(!isAnswered && second.graded != nil && second.recorded != recorded)
    }

    // What is recorded now is the second result, which answers only for itself.
    let third = FakeDesk()
    _ = try await submit(in: office, at: third.desk(under: change.circumstances))
    #expect(third.gradings.isEmpty)
    if !isAnswered && change != .files {
      let fourth = FakeDesk()
      _ = try await submit(in: office, at: fourth.desk())
      #expect(fourth.gradings == ["Ledger"])
    }
  }

  @Test("A grading that broke is no answer; it is tried again until it does not break")
  func broken() async throws {
    let office = try await office()
    let fake = FakeDesk()
    let broken = fake.desk { FakeDesk.fault(for: $1) }
    for _ in 0..<2 { #expect(try await submit(in: office, at: broken).isPending) }
    #expect(fake.gradings.count == 2)
    let recorded = try #require(try await submit(in: office, at: fake.desk()).recorded)
    #expect(fake.gradings.count == 3)
    #expect(try await submit(in: office, at: broken).recorded == recorded)
    #expect(fake.gradings.count == 3, "the record has an answer now")
    #expect(try await submit(in: office, at: broken, again: true).isPending)
    let counted = try await office.registrar.standing(of: "ada").exercises
      .first { $0.name == "Ledger" }?.counted
    #expect(counted == recorded, "a grading that breaks takes nothing away")
    _ = try await submit(in: office, at: fake.desk())
    #expect(fake.gradings.count == 5, "after one that broke the record does not answer")
  }

  @Test("Grading again when asked, and regrading, always grade")
  func again() async throws {
    let office = try await office()
    let fake = FakeDesk()
    let first = try await submit(in: office, at: fake.desk())
    let second = try await submit(in: office, at: fake.desk(), again: true)
    #expect(second.graded != nil && second.recorded == first.recorded)
    #expect(fake.gradings.count == 2)
    let events = try office.eventCount
    for apply in [false, true] {
      let regradings = try await office.registrar.regrade(
        ["ada"], exercises: office.exercises("Ledger"), at: fake.desk(), apply: apply, jobs: 2
      ) { _, _ in
      }
      #expect(regradings.map(\.after) == [first.recorded])
    }
    #expect(fake.gradings.count == 4)
    #expect(try office.eventCount == events, "nothing new is to be recorded")
  }

  @Test("An older submission that comes again is answered from the record, and is the latest then")
  func older() async throws {
    let office = try await office()
    let fake = FakeDesk()
    let first = try await submit(in: office, at: fake.desk())
    try office.write("struct Work { var other = 1 }\n", by: "ada")
    _ = try await submit(in: office, at: fake.desk())
    try office.write("struct Work {}\n", by: "ada")
    let again = try await submit(in: office, at: fake.desk())
    #expect(fake.gradings.count == 2)
    #expect(again.recorded == first.recorded)
    let taking = try #require(try await office.registrar.lastTaking(of: "ada"))
    #expect(taking.enrolment.submissions.last?.digest == first.recorded?.submission)
    let events = try office.eventCount
    _ = try await submit(in: office, at: fake.desk())
    #expect(try office.eventCount == events, "what is the latest already changes nothing")
  }

  @Test("A machine that cannot grade takes nothing in, and still answers from the record")
  func cannotGrade() async throws {
    let office = try await office()
    let events = try office.eventCount
    let useless = GradingDesk(under: FakeDesk.usual) {
      throw AssessmentError(.isolation, "There is no jail.")
    }
    await #expect(throws: AssessmentError.self) { try await submit(in: office, at: useless) }
    #expect(try office.eventCount == events)
    let recorded = try await submit(in: office, at: FakeDesk().desk()).recorded
    #expect(try await submit(in: office, at: useless).recorded == recorded)
  }
}
