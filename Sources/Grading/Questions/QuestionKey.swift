/// What a question's answer is worth: the part that learners see only after answering, if at all.
package struct QuestionKey: Hashable, Sendable {
  /// The question it belongs to.
  package var id: QuestionID
  /// What is right.
  package var solution: Solution
  /// What is said to answers of certain kinds.
  package var feedback: [Feedback]
  /// Why the answer is right.
  package var rationale: String
  /// Who says so.
  package var sources: [String]
  /// The share of prepared learners who are expected to be right at the first try.
  package var expectedFacility: Rational

  /// Sets every property.
  package init(
    id: QuestionID, solution: Solution, feedback: [Feedback], rationale: String, sources: [String],
    expectedFacility: Rational
  ) {
    self.id = id
    self.solution = solution
    self.feedback = feedback
    self.rationale = rationale
    self.sources = sources
    self.expectedFacility = expectedFacility
  }

  /// What is right, by kind of question.
  package enum Solution: Hashable, Sendable {
    /// The right option.
    case single(String)
    /// The right options.
    case multiple(Set<String>)
    /// The items in the right order.
    case ordering([String])
    /// The right side of each left one.
    case matching([String: String])
    /// The number of each blank.
    case numeric([Blank])
    /// Texts that are right, and some that are near and wrong; compared after folding.
    case text(accept: [String], reject: [String])
  }

  /// The number that belongs in a blank.
  package struct Blank: Hashable, Sendable {
    /// The blank.
    package var id: String
    /// The exact value.
    package var value: Rational
    /// How far off an answer may be; usually 0.
    package var tolerance: Rational
    /// How the value follows from the numbers of the prompt, as an expression.
    package var computation: String

    /// Sets every property.
    package init(id: String, value: Rational, tolerance: Rational, computation: String) {
      self.id = id
      self.value = value
      self.tolerance = tolerance
      self.computation = computation
    }
  }

  /// What is said to an answer in which something can be found.
  package struct Feedback: Hashable, Sendable {
    /// When it is said.
    package var condition: Condition
    /// What is said.
    package var text: String

    /// Sets both parts.
    package init(_ condition: Condition, _ text: String) {
      self.condition = condition
      self.text = text
    }
  }

  /// What can be found in an answer.
  package enum Condition: Hashable, Sendable {
    /// The option was chosen.
    case option(String)
    /// One item was put somewhere before another one.
    case order(first: String, second: String)
    /// A left side was given this right side.
    case pair(left: String, right: String)
    /// This number was written in the blank.
    case value(blank: String, Rational)
    /// The answer is right, or is not.
    case outcome(isRight: Bool)
  }
}
