import Assessment
import Foundation
import Gradebook
import Grading
import QuestionSupport
import Registrar
import Reports
import Synchronization
import Testing

@Suite("Handing in a class", .timeLimit(.minutes(10)))
struct ClassSubmittingTests {
  private static let learners = ["ada", "ben", "cleo", "dora"]
  private static let names = ["LotRules", "Ledger", "OldLabels"]

  /// An office with a class that has written some exercises.
  private func office() async throws -> Office {
    let office = try Office()
    for learner in Self.learners {
      _ = try await office.registrar.enrol(learner, name: learner, email: nil)
      for name in Self.names {
        try office.write("// \(learner) \(name)\n", of: name, by: learner)
      }
    }
    return office
  }

  /// Hands in the class.
  private func submit(
    in office: Office, at desk: GradingDesk, jobs: Int = 2, until halt: Halt = Halt(),
    progress: (Int, Int) -> Void = { _, _ in }
  ) async throws -> ClassSubmission {
    let course = office.registrar.course
    return try await office.registrar.submit(
      class: try ClassEntry.all(in: office.classFolder, for: course.scheme),
      exercises: office.exercises("LotRules", "Ledger", "OldLabels"), at: desk, again: false,
      jobs: jobs, until: halt, progress: progress)
  }

  /// What the gradebook holds of every learner.
  private func results(in office: Office) async throws -> [String: [SubmissionResult]] {
    var results: [String: [SubmissionResult]] = [:]
    for learner in Self.learners {
      let taking = try #require(try await office.registrar.lastTaking(of: learner))
      results[learner] = taking.enrolment.submissions.compactMap(\.result)
        .sorted { $0.exercise < $1.exercise }
    }
    return results
  }

  @Test(
    "Interrupted after any number of exercises and handed in again, a class has the results of one that was not, and nothing was graded twice",
    arguments: [0, 1, 5, 11], [1, 3])
  func resumption(after count: Int, jobs: Int) async throws {
    let whole = try await office()
    let complete = try await submit(in: whole, at: FakeDesk().desk())
    #expect(complete.isComplete && complete.entries.count == 12)

    let office = try await office()
    let fake = FakeDesk()
    let halt = Halt()
    if count == 0 { _ = halt.request() }
    let part = try await submit(in: office, at: fake.desk(), jobs: jobs, until: halt) { done, _ in
      if done == count { _ = halt.request() }
    }
    // What was under way when the halt was asked for is finished.
    #expect(part.entries.count >= count && part.entries.count < count + jobs)
    #expect(part.isComplete == (part.entries.count == 12))
    let recorded = try await results(in: office).values.flatMap(\.self)
    #expect(recorded.count == part.entries.count)

    let rest = try await submit(in: office, at: fake.desk(), jobs: jobs)
    #expect(rest.isComplete)
    #expect(fake.gradings.count == 12)
    #expect(try await results(in: office) == (try await results(in: whole)))
    let answered = rest.entries.filter { if case .answered = $0.outcome { true } else { false } }
    #expect(answered.count == part.entries.count)
  }

  @Test("Each result is recorded before the next is there; what is abandoned records nothing")
  func recordedAtOnce() async throws {
    let office = try await office()
    let halt = Halt()
    let fake = FakeDesk()
    let desk = fake.desk { files, exercise in
      // As if the processes of the third grading had been ended, which looks as if it broke.
      guard fake.gradings.count == 3 else { return FakeDesk.result(of: files, for: exercise) }
      halt.abandon()
      return FakeDesk.fault(for: exercise)
    }
    await #expect(throws: CancellationError.self) {
      try await submit(in: office, at: desk, jobs: 1, until: halt)
    }
    let taking = try #require(try await office.registrar.lastTaking(of: "ada"))
    #expect(taking.enrolment.submissions.count == 3)
    #expect(taking.enrolment.submissions.compactMap(\.result).count == 2)
    #expect(taking.enrolment.submissions.allSatisfy { $0.failure == nil })
  }

  @Test("What cannot be taken in is listed with its remedy, and keeps nobody else from it")
  func strangers() async throws {
    let office = try await office()
    try office.write("// nobody", by: "nobody")
    try office.write("// Ada", by: "Ada")
    _ = try await office.registrar.enrol("eve", name: "Eve", email: nil)
    _ = try await office.registrar.close("eve", reason: "r")
    try office.write("// eve", by: "eve")
    let files = FileManager.default
    try files.createDirectory(
      atPath: "\(office.classFolder)/empty", withIntermediateDirectories: true)
    try "".write(toFile: "\(office.classFolder)/kit.zip", atomically: true, encoding: .utf8)
    try "".write(toFile: "\(office.classFolder)/.hidden", atomically: true, encoding: .utf8)
    let ledger = "\(office.classFolder)/ben/Unit2/Ledger/Sources"
    try files.createSymbolicLink(atPath: "\(ledger)/Link.swift", withDestinationPath: "/etc/passwd")
    try files.removeItem(atPath: "\(office.classFolder)/cleo/Unit2/Ledger")
    let broken = FakeDesk().desk { files, exercise in
      files.first?.content == Data("// dora Ledger\n".utf8)
        ? FakeDesk.fault(for: exercise) : FakeDesk.result(of: files, for: exercise)
    }

    let submission = try await submit(in: office, at: broken)
    #expect(submission.isComplete && submission.entries.count == 12)
    #expect(submission.strangers.map(\.name) == ["Ada", "empty", "eve", "kit.zip", "nobody"])
    let concerns = submission.concerns
    let expected: [(String, String?, String)] = [
      ("Ada", nil, "Name the folder ada"), ("empty", nil, "no exercise of this course"),
      ("eve", nil, "closed"), ("kit.zip", nil, "no folder"), ("nobody", nil, "grader enrol"),
      ("ben", "Ledger", "Link.swift"), ("dora", "Ledger", "grader regrade dora --apply"),
    ]
    try #require(concerns.count == expected.count)
    for (concern, (name, exercise, words)) in zip(concerns, expected) {
      #expect(concern.name == name && concern.exercise == exercise)
      #expect(concern.reason.contains(words), "\(concern.reason)")
    }
    #expect(submission.hasPending && !submission.hasFullMarks)
    let results = try await results(in: office)
    #expect(results.mapValues(\.count) == ["ada": 3, "ben": 2, "cleo": 2, "dora": 2])

    // Dora hands in no ledger the next time; the earlier one still waits for its grading.
    try files.removeItem(atPath: "\(office.classFolder)/dora/Unit2/Ledger")
    let next = try await submit(in: office, at: FakeDesk().desk())
    #expect(next.concerns.contains { $0.name == "dora" && $0.exercise == "Ledger" })
  }
}
