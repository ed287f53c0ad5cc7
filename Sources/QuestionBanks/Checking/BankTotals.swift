package import Grading

/// What a bank is made of.
package struct BankTotals: Hashable, Sendable {
  /// How many questions of something there are.
  package struct Count: Hashable, Sendable {
    /// What is counted, by its name in files.
    package var name: String
    /// How many there are.
    package var count: Int
  }

  /// How many questions there are.
  package let questions: Int
  /// By bullet, in the order of the syllabus.
  package let bullets: [Count]
  /// By type.
  package let types: [Count]
  /// By level of Bloom's taxonomy.
  package let blooms: [Count]
  /// The right letters of the single-choice questions, up to the last one that occurs as an option.
  package let letters: [Count]
  /// The mean share of prepared learners who are expected to be right at once; `nil` without questions.
  package let expectedFacility: Rational?

  /// Counts.
  package init(_ bank: QuestionBank, bullets: [BulletID]) {
    let items = bank.items
    questions = items.count
    self.bullets = bullets.map { bullet in
      Count(name: bullet.rawValue, count: bank.items(of: bullet).count)
    }
    types = Question.Kind.allCases.map { kind in
      Count(name: kind.rawValue, count: items.count { $0.question.kind == kind })
    }
    blooms = Question.Bloom.allCases.map { bloom in
      Count(name: bloom.rawValue, count: items.count { $0.question.bloom == bloom })
    }
    let singles = items.compactMap(SingleChoice.init)
    let most = singles.map(\.options.count).max() ?? 0
    letters = (0..<most).map(QuestionLayout.letter).map { letter in
      Count(name: letter, count: singles.count { $0.right == letter })
    }
    expectedFacility =
      items.isEmpty
      ? nil
      : items.reduce(.zero) { $0 + $1.key.expectedFacility } / Rational(items.count)
  }
}

/// A single-choice question with its key.
struct SingleChoice {
  let options: [Question.Entry]
  let right: String

  /// The parts of a single-choice question, `nil` for any other one.
  init?(_ item: QuestionBank.Item) {
    guard case .single(let options) = item.question.form,
      case .single(let right) = item.key.solution
    else { return nil }
    self.options = options
    self.right = right
  }
}
