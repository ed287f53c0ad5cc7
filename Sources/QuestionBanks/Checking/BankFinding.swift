package import Grading

/// Something about a question bank that is not as it should be.
package struct BankFinding: Hashable, Sendable {
  /// How bad it is.
  package enum Severity: String, CaseIterable, Hashable, Sendable {
    /// The bank contradicts itself or lacks something; it must not be used so.
    case error
    /// A rule of good item writing is broken, for a person to judge.
    case warning
  }

  /// What was looked for.
  package enum Rule: String, CaseIterable, Hashable, Sendable {
    /// Identifiers name bullet and bank and are used once.
    case identifier
    /// Nothing is left to be written.
    case placeholder
    /// The computation of a number gives the number.
    case computation
    /// Every option and every likely error is answered, and no remark is in vain.
    case feedback
    /// Choices differ, and the key fits what is shown.
    case choice
    /// The lists of a short answer agree with each other and with the question.
    case shortAnswer
    /// There are questions of every bullet, and enough for an exam form.
    case coverage
    /// Guessing does not pay.
    case guessing
    /// The expected difficulty says something.
    case difficulty
    /// The right option is not given away by its length.
    case length
    /// The right letters are spread.
    case letters
    /// No “all of the above”.
    case allOfTheAbove
    /// What is asked in the negative says so in capitals.
    case negative
    /// No absolute word in wrong options alone.
    case absoluteWord
    /// An exam question asks something else than every review question.
    case closeness
    /// Texts are short enough to be read under pressure.
    case brevity
  }

  /// How bad it is.
  package let severity: Severity
  /// What was looked for.
  package let rule: Rule
  /// The questions concerned; none if it is about the whole bank.
  package let questions: [QuestionID]
  /// What is wrong and what to do, in sentences.
  package let text: String

  /// Sets every property.
  package init(_ severity: Severity, _ rule: Rule, _ questions: [QuestionID], _ text: String) {
    self.severity = severity
    self.rule = rule
    self.questions = questions
    self.text = text
  }
}
