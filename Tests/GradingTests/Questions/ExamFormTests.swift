import EventSourcing
import Grading
import Testing

@Suite("Exam forms are drawn by the blueprint")
struct ExamFormTests {
  /// A pool with some questions of two bullets.
  private static let pool = QuestionBank(
    ["U1-1", "U2-1"].flatMap { bullet in
      (1...9).map { number in
        var question = Question.choosing(among: 5)
        question.id = QuestionID(rawValue: "\(bullet)-E0\(number)")
        question.bullet = BulletID(rawValue: bullet)
        var key = QuestionKey.sample(.single("b"))
        key.id = question.id
        return QuestionBank.Item(question: question, key: key)
      }
    })

  /// Draws a form of three and two questions.
  private func draw(seed: UInt64) throws -> ExamForm {
    try ExamForm(
      drawnFrom: Self.pool, blueprint: [("U2-1", 3), ("U1-1", 2)],
      policies: TryPolicies(standard: .init(credit: [.one], feedback: .none)), seed: seed)
  }

  @Test(
    "A thousand forms all have what the blueprint says, no question twice, bullets in its order")
  func blueprint() throws {
    var drawn: [QuestionID: Int] = [:]
    for seed in 0..<1_000 {
      let form = try draw(seed: UInt64(seed))
      #expect(form.entries.map(\.item.question.bullet) == ["U2-1", "U2-1", "U2-1", "U1-1", "U1-1"])
      #expect(Set(form.entries.map(\.item.question.id)).count == 5)
      for entry in form.entries {
        drawn[entry.item.question.id, default: 0] += 1
        #expect(entry.layout.entries.sorted() == ["a", "b", "c", "d", "e"])
      }
    }
    #expect(drawn.count == 18, "every question of the pool is drawn some time")
  }

  @Test("The same seed gives the same form, and other seeds give others")
  func seeds() throws {
    #expect(try draw(seed: 7) == draw(seed: 7))
    let forms = try (0..<50).map { try draw(seed: $0).entries }
    #expect(Set(forms).count > 45)
  }

  @Test("A pool that is too small is refused by the bullet")
  func tooSmall() {
    let error = #expect(throws: DrawError.self) {
      try ExamForm(
        drawnFrom: Self.pool, blueprint: [("U1-1", 10)],
        policies: TryPolicies(standard: .init(credit: [.one], feedback: .none)), seed: 1)
    }
    #expect(error == DrawError(bullet: "U1-1", wanted: 10, found: 9))
  }
}
