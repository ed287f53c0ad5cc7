/// How often a kind of question may be tried, what each try is worth, and what is said after it.
package struct TryPolicy: Hashable, Sendable {
  /// What a right answer is worth by try, each from 0 to 1; there are as many tries as numbers.
  package var credit: [Rational]
  /// What is said after each try.
  package var feedback: Feedback

  /// Sets both parts.
  package init(credit: [Rational], feedback: Feedback) {
    self.credit = credit
    self.feedback = feedback
  }

  /// How many tries there are.
  package var tries: Int { credit.count }

  /// What is said after a try.
  package enum Feedback: String, CaseIterable, Hashable, Sendable {
    /// Nothing.
    case none
    /// Right, partly right or wrong.
    case verdict
    /// Also what the key says to this very answer.
    case options
    /// Also, once the question is closed, the right answer and the rationale.
    case key
  }
}

/// The policy of every kind of question.
package struct TryPolicies: Hashable, Sendable {
  /// The policy of kinds without one of their own.
  package var standard: TryPolicy
  /// The policy of questions that offer two options, whatever their kind.
  package var twoOptions: TryPolicy?
  /// The policies of kinds with one of their own.
  package var byKind: [Question.Kind: TryPolicy]

  /// Sets every property.
  package init(
    standard: TryPolicy, twoOptions: TryPolicy? = nil, byKind: [Question.Kind: TryPolicy] = [:]
  ) {
    self.standard = standard
    self.twoOptions = twoOptions
    self.byKind = byKind
  }

  /// The policy of a question: that for two options, else that of its kind, else the common one.
  package func policy(for question: Question) -> TryPolicy {
    if question.hasTwoOptions, let twoOptions { return twoOptions }
    return byKind[question.kind] ?? standard
  }
}
