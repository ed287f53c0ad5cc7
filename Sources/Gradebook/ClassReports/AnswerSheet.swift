package import Grading

/// What one learner did with the questions of one test, as far as the analysis of questions goes.
package struct AnswerSheet: Hashable, Sendable {
  /// One question.
  package struct Entry: Hashable, Sendable {
    /// The share that the first try deserved; nothing if there was none.
    package var first: Rational
    /// What the question has earned: the credit of the best try.
    package var earned: Rational
    /// How many tries were used.
    package var tries: Int

    /// Sets every property.
    package init(first: Rational, earned: Rational, tries: Int) {
      self.first = first
      self.earned = earned
      self.tries = tries
    }

    /// What some tries come to.
    package init(_ tries: Tries) {
      self.init(
        first: tries.list.first?.marked.value ?? .zero, earned: tries.best,
        tries: tries.list.count)
    }
  }

  /// The questions that count for this learner.
  package let entries: [QuestionID: Entry]
  /// The sum of all first tries.
  private let sum: Rational

  /// A sheet with some questions.
  package init(_ entries: [QuestionID: Entry]) {
    self.entries = entries
    sum = entries.values.reduce(.zero) { $0 + $1.first }
  }

  /// The review questions that a learner has tried.
  ///
  /// **A question that was not tried is not on the sheet**: there is no end to practising, so it is not wrong, only open.
  package init(review: EnrolmentState) {
    self.init(review.review.filter { !$0.value.list.isEmpty }.mapValues { Entry($0) })
  }

  /// The form of a final exam that is over; `nil` of one that is not.
  ///
  /// **Every question of the form is on the sheet**: one that was not tried earned nothing.
  package init?(exam: SittingState) {
    guard exam.phase == .over, let form = exam.started?.form, !form.entries.isEmpty else {
      return nil
    }
    self.init(
      Dictionary(
        form.entries.map { entry in
          (entry.item.question.id, Entry(exam.tries[entry.item.question.id] ?? Tries()))
        }, uniquingKeysWith: { first, _ in first }))
  }

  /// The mean of the first tries at all other questions of the sheet; `nil` if there is no other.
  package func rest(without question: QuestionID) -> Rational? {
    guard let entry = entries[question], entries.count > 1 else { return nil }
    return (sum - entry.first) / Rational(entries.count - 1)
  }
}
