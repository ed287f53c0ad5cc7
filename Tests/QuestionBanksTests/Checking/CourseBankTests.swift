import Assessment
import EventSourcing
import Foundation
import Grading
import QuestionBanks
import Testing

@Suite("The course's own questions pass the check")
struct CourseBankTests {
  private static let course = Result {
    try Course(at: URL(filePath: #filePath).appending(path: "../../../..").standardized.path)
  }

  /// The check of the course's banks.
  private static let check = Result {
    let course = try Self.course.get()
    return BankCheck(
      review: try course.reviewBank(), pool: try course.examPool(), scheme: course.scheme)
  }

  @Test("Nothing is found, neither errors nor broken rules of item writing")
  func findings() throws {
    let check = try Self.check.get()
    #expect(check.review.questions >= 60)
    #expect(check.exam.questions >= 40)
    #expect(check.findings.map { "\($0.questions): \($0.text)" } == [])
    #expect(check.passes)
  }

  @Test("A blind guesser gets less than a quarter of either bank with one try")
  func oneTry() throws {
    let guesser = try Self.check.get().guesser
    for expected in [try #require(guesser.review), try #require(guesser.exam)] {
      #expect(expected.oneTry > .zero)
      #expect(expected.oneTry < Rational(1, over: 4))
      #expect(expected.allTries > expected.oneTry)
    }
  }

  @Test("No exam form gives a blind guesser a chance of one in a million to reach the pass mark")
  func forms() throws {
    let guesser = try Self.check.get().guesser
    let worst = try #require(guesser.worstForm)
    let drawn = try #require(guesser.drawnForm)
    #expect(worst < Rational(1, over: 1_000_000))
    #expect(drawn <= worst)
  }

  @Test(
    "A thousand forms drawn from the pool all satisfy the blueprint and have enough written questions"
  )
  func draws() throws {
    let course = try Self.course.get()
    let pool = try course.examPool()
    let blueprint = course.scheme.blueprint
    let least = ExamForm.leastWritten(of: pool, blueprint: blueprint)
    #expect(least == 7)
    var drawn: Set<QuestionID> = []
    for seed in 0..<1_000 {
      let form = try ExamForm(
        drawnFrom: pool, blueprint: blueprint, policies: course.scheme.exam.tries,
        seed: UInt64(seed))
      let questions = form.entries.map(\.item.question)
      #expect(
        questions.map(\.bullet)
          == blueprint.flatMap { Array(repeating: $0.bullet, count: $0.count) })
      #expect(Set(questions.map(\.id)).count == 30)
      #expect(questions.count(where: \.isWritten) >= least)
      drawn.formUnion(questions.map(\.id))
    }
    #expect(drawn.count == pool.items.count, "every question of the pool is drawn some time")
  }
}
