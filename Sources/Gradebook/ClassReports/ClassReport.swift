package import EventSourcing

/// How a class does: every learner's mark, how the questions and the exercises did, and who needs somebody's attention.
///
/// **It is values only**; what prints or writes it adds nothing to it. **Of each learner the last taking counts.** Marks
/// are those of ``Standing`` and are computed nowhere else. Everything is exact but the discrimination of questions, see
/// ``ItemFigures``. A share of fewer than ``ItemFigures/leastForShares`` learners is left out, as it says more about chance
/// than about the class; the counts it would be made of are given always.
package struct ClassReport: Hashable, Sendable {
  /// The course's title.
  package var course: String
  /// The moment up to which it reports.
  package var at: Timestamp
  /// The lowest mark that passes now, in hundredths; each learner's mark is held against the one in force for it.
  package var passMark: Int
  /// The learners, sorted by their names in the gradebook.
  package var learners: [Learner]
  /// The exercises, in the order of the course.
  package var exercises: [Exercise]
  /// The questions that somebody has had, those of the review first, sorted.
  package var items: [Item]
  /// How many submissions arrived on each day on which any did, in order.
  package var days: [Day]
  /// What needs somebody's attention, in the order in which it happened.
  package var concerns: [Concern]

  /// Sets every property.
  package init(
    course: String, at: Timestamp, passMark: Int, learners: [Learner], exercises: [Exercise],
    items: [Item], days: [Day], concerns: [Concern]
  ) {
    self.course = course
    self.at = at
    self.passMark = passMark
    self.learners = learners
    self.exercises = exercises
    self.items = items
    self.days = days
    self.concerns = concerns
  }

  /// The submissions of one day.
  package struct Day: Hashable, Sendable {
    /// The day, counted from the first of 1970 in UTC.
    package var number: Int
    /// How many submissions arrived.
    package var submissions: Int

    /// Sets both parts.
    package init(_ number: Int, submissions: Int) {
      self.number = number
      self.submissions = submissions
    }

    /// The day of a moment.
    package static func number(of moment: Timestamp) -> Int {
      let day = Int64(86_400_000)
      let (quotient, rest) = moment.rawValue.quotientAndRemainder(dividingBy: day)
      return Int(rest < 0 ? quotient - 1 : quotient)
    }
  }
}
