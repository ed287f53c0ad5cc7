import Grading
package import QuestionBanks

/// The check of the question banks, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.bank-check", "version": 1, "passes", "review": BANK, "exam": BANK,
///   "guesser": { "passMark": hundredths, "drawnForm": SHARE, "worstForm": SHARE },
///   "findings": [ { "severity": "error" | "warning", "rule", "questions": [id], "text" } ] }
/// BANK = { "questions", "bullets": [COUNT], "types": [COUNT], "levels": [COUNT], "rightLetters": [COUNT],
///          "expectedFacility": SHARE, "guessed": { "oneTry": SHARE, "allTries": SHARE } }
/// COUNT = { "name", "count" }
/// ```
///
/// `SHARE` is exact, with numerator, denominator and percentage. `rule` is one of the names of `BankFinding.Rule`. Members
/// that do not apply are left out.
package struct BankCheckDocument: Encodable {
  private let format = "grader.bank-check"
  private let version = 1
  private let passes: Bool
  private let review: Bank
  private let exam: Bank
  private let guesser: Guesser
  private let findings: [Finding]

  /// Puts a check into the document.
  package init(_ check: BankCheck) {
    passes = check.passes
    review = Bank(check.review, check.guesser.review)
    exam = Bank(check.exam, check.guesser.exam)
    guesser = Guesser(
      passMark: check.guesser.passMark, drawnForm: check.guesser.drawnForm,
      worstForm: check.guesser.worstForm)
    findings = check.findings.map { finding in
      Finding(
        severity: finding.severity.rawValue, rule: finding.rule.rawValue,
        questions: finding.questions.map(\.rawValue), text: finding.text)
    }
  }

  /// What one bank is made of, and what guessing gets there.
  private struct Bank: Encodable {
    var questions: Int
    var bullets: [Count]
    var types: [Count]
    var levels: [Count]
    var rightLetters: [Count]
    var expectedFacility: Rational?
    var guessed: Guessed?

    init(_ totals: BankTotals, _ expected: GuesserFigures.Expected?) {
      questions = totals.questions
      bullets = totals.bullets.map(Count.init)
      types = totals.types.map(Count.init)
      levels = totals.blooms.map(Count.init)
      rightLetters = totals.letters.map(Count.init)
      expectedFacility = totals.expectedFacility
      guessed = expected.map { Guessed(oneTry: $0.oneTry, allTries: $0.allTries) }
    }
  }

  /// How many there are of something.
  private struct Count: Encodable {
    var name: String
    var count: Int

    init(_ count: BankTotals.Count) {
      name = count.name
      self.count = count.count
    }
  }

  /// What a blind guesser is expected to get.
  private struct Guessed: Encodable {
    var oneTry: Rational
    var allTries: Rational
  }

  /// A blind guesser's chances in an exam form.
  private struct Guesser: Encodable {
    var passMark: Int
    var drawnForm: Rational?
    var worstForm: Rational?
  }

  /// Something that is not as it should be.
  private struct Finding: Encodable {
    var severity: String
    var rule: String
    var questions: [String]
    var text: String
  }
}
