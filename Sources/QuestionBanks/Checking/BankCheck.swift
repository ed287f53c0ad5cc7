package import Grading

/// The check of a course's review questions and exam pool.
package struct BankCheck {
  /// What is not as it should be: errors first, then in the order of the questions.
  package let findings: [BankFinding]
  /// What the review questions are made of.
  package let review: BankTotals
  /// What the exam pool is made of.
  package let exam: BankTotals
  /// What a blind guesser gets.
  package let guesser: GuesserFigures

  /// Checks two banks against a scheme.
  ///
  /// - Parameters:
  ///   - review: The review questions.
  ///   - pool: The exam questions.
  ///   - scheme: How both are used.
  package init(review: QuestionBank, pool: QuestionBank, scheme: Scheme) {
    self.review = BankTotals(review, bullets: scheme.bullets.map(\.id))
    exam = BankTotals(pool, bullets: scheme.bullets.map(\.id))
    guesser = GuesserFigures(review: review, pool: pool, scheme: scheme)
    var found = Self.identifiers(review, pool)
    found += Self.coverage(review, pool, scheme)
    found += guesser.findings
    for item in review.items + pool.items {
      found += Self.placeholders(item)
      found += Self.computations(item)
      found += Self.feedback(item)
      found += Self.choices(item)
      found += Self.shortAnswers(item)
      found += Self.wording(item)
    }
    found += Self.balance(review.items, of: "review questions")
    found += Self.balance(pool.items, of: "exam pool")
    found += Closeness.findings(review, pool)
    findings = found.filter { $0.severity == .error } + found.filter { $0.severity == .warning }
  }

  /// Whether there is no error; warnings are for a person to judge.
  package var passes: Bool { !findings.contains { $0.severity == .error } }

  /// What stands where somebody still has to write something.
  package static let placeholder = "To be written."
}
