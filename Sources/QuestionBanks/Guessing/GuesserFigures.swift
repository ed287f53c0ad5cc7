package import Grading

/// What a blind guesser gets from a course's questions.
package struct GuesserFigures: Hashable, Sendable {
  /// What is got from one bank, as a share.
  package struct Expected: Hashable, Sendable {
    /// With one try at each question.
    package var oneTry: Rational
    /// With the tries that the scheme allows.
    package var allTries: Rational
  }

  /// The highest expected share for one try that is fair.
  package static let highestFairShare = Rational(1, over: 4)
  /// The highest fair chance to reach the pass mark in an exam form.
  package static let highestFairChance = Rational(1, over: 1_000_000)

  /// From the review questions; `nil` without any.
  package let review: Expected?
  /// From the exam pool; `nil` without questions.
  package let exam: Expected?
  /// The chance to reach the pass mark in a form as it is drawn; `nil` if none can be drawn.
  package let drawnForm: Rational?
  /// A bound of that chance for every form that can be drawn; `nil` if none can be drawn.
  package let worstForm: Rational?
  /// The share of a form that these chances are about, in hundredths.
  package let passMark: Int

  /// Computes the figures.
  init(review: QuestionBank, pool: QuestionBank, scheme: Scheme) {
    self.review = Self.expected(review, scheme.reviewTries)
    exam = Self.expected(pool, scheme.exam.tries)
    passMark = scheme.passMark
    let canDraw = scheme.blueprint.allSatisfy { pool.items(of: $0.bullet).count >= $0.count }
    let forms =
      canDraw
      ? GuessedForms(
        pool: pool, blueprint: scheme.blueprint, policies: scheme.exam.tries,
        reaching: Rational(scheme.passMark, over: 100),
        least: ExamForm.leastWritten(of: pool, blueprint: scheme.blueprint))
      : nil
    drawnForm = forms?.drawn
    worstForm = forms?.worst
  }

  /// What one bank yields on average over its questions.
  private static func expected(_ bank: QuestionBank, _ policies: TryPolicies) -> Expected? {
    guard !bank.items.isEmpty else { return nil }
    var expected = Expected(oneTry: .zero, allTries: .zero)
    let share = Rational(1, over: bank.items.count)
    for item in bank.items {
      let guesser = BlindGuesser(at: item)
      let credit = policies.policy(for: item.question).credit
      expected.oneTry = expected.oneTry + guesser.earnings(credit: [.one]).expected * share
      expected.allTries = expected.allTries + guesser.earnings(credit: credit).expected * share
    }
    return expected
  }

  /// Where guessing pays too well.
  var findings: [BankFinding] {
    var findings: [BankFinding] = []
    for (name, expected) in [("review questions", review), ("exam pool", exam)] {
      guard let expected, expected.oneTry >= Self.highestFairShare else { continue }
      findings.append(
        BankFinding(
          .error, .guessing, [],
          "A blind guesser with one try is expected to get \(expected.oneTry.percentage) % of the \(name), and it "
            + "must be less than \(Self.highestFairShare.percentage) %. Add numbers, short texts or orders."
        ))
    }
    if let worstForm, worstForm >= Self.highestFairChance {
      findings.append(
        BankFinding(
          .error, .guessing, [],
          "A blind guesser may reach \(passMark) % of an exam form with a chance of \(worstForm.oneIn), and it "
            + "must be less than 1 in 1000000. Ask for more numbers and short texts."))
    }
    return findings
  }
}

extension Rational {
  /// A probability as people say it: `1 in 1234`, the number cut off so that the chance is never understated.
  package var oneIn: String {
    self == .zero ? "0" : "1 in \((Rational.one / self).floor)"
  }
}
