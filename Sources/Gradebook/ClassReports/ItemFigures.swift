package import Grading

/// How a question did in a class.
///
/// **Everything but `earned` looks at the first try.** Later ones follow what was said of the one before: in the review
/// even the key, in the exam right or wrong. What a question measures on its own shows before that.
///
/// - **Facility**: the mean share that first tries deserved, from 0 to 1. It is exact. It is given for a class of
///   ``leastForShares`` or more; its standard error is 0.16 at most then, as that of any share is at most 0.5 / √n.
/// - **Discrimination**: the corrected item–total correlation, which is Pearson's *r* between the share of the first try
///   and the mean of the learner's other first tries in the same test, the question itself left out. For a question that is
///   right or wrong this is the point-biserial correlation. As forms are drawn, a learner's rest is that of the learner's own
///   form. It is given for ``leastForCorrelations`` learners or more; the standard error of a correlation near 0 is about
///   1 / √(n − 1), which is 0.19 then. It is a floating-point number, and nobody's mark depends on it.
package struct ItemFigures: Hashable, Sendable {
  /// The smallest number of learners for which a share is given.
  package static let leastForShares = 10
  /// The smallest number of learners for which a correlation is given.
  package static let leastForCorrelations = 30

  /// The question.
  package var question: QuestionID
  /// How many learners it counts for: in the review those who tried it, in the exam those who had it in a form that is over.
  package var learners: Int
  /// How many of them tried it.
  package var tried: Int
  /// The mean share of the first try; `nil` if there are too few learners.
  package var facility: Rational?
  /// The mean of what it earned, by the best try; `nil` if there are too few learners.
  package var earned: Rational?
  /// How many tries were used on the mean by those who tried it; `nil` if there are too few of them.
  package var tries: Rational?
  /// How well it tells those who know the rest from those who do not.
  package var discrimination: Discrimination

  /// What is known of a discrimination.
  package enum Discrimination: Hashable, Sendable {
    /// There are too few learners to say.
    case tooFew
    /// There is none: all did alike with the question, or with all others.
    case undefined
    /// The correlation, from -1 to 1.
    case value(Double)
  }

  /// Sets every property.
  package init(
    question: QuestionID, learners: Int, tried: Int, facility: Rational?, earned: Rational?,
    tries: Rational?, discrimination: Discrimination
  ) {
    self.question = question
    self.learners = learners
    self.tried = tried
    self.facility = facility
    self.earned = earned
    self.tries = tries
    self.discrimination = discrimination
  }

  /// The figures of every question on some sheets of one test, sorted by question.
  ///
  /// The order of the sheets makes no difference.
  package static func all(in sheets: [AnswerSheet]) -> [ItemFigures] {
    var sheetsOf: [QuestionID: [AnswerSheet]] = [:]
    for sheet in sheets {
      for question in sheet.entries.keys { sheetsOf[question, default: []].append(sheet) }
    }
    return sheetsOf.map { Self($0.key, on: $0.value) }.sorted { $0.question < $1.question }
  }

  /// The figures of one question on the sheets that have it.
  private init(_ question: QuestionID, on sheets: [AnswerSheet]) {
    let entries = sheets.compactMap { $0.entries[question] }
    let tries = entries.map(\.tries).filter { $0 > 0 }
    let pairs = sheets.compactMap { sheet -> (x: Rational, y: Rational)? in
      guard let entry = sheet.entries[question], let rest = sheet.rest(without: question) else {
        return nil
      }
      return (entry.first, rest)
    }
    self.init(
      question: question, learners: entries.count, tried: tries.count,
      facility: Self.mean(entries.map(\.first)), earned: Self.mean(entries.map(\.earned)),
      tries: Self.mean(tries.map { Rational($0) }),
      discrimination: pairs.count < Self.leastForCorrelations
        ? .tooFew : correlation(of: pairs).map { .value($0) } ?? .undefined)
  }

  /// The mean, where there are enough numbers for one.
  private static func mean(_ numbers: [Rational]) -> Rational? {
    numbers.count < leastForShares
      ? nil : numbers.reduce(.zero, +) / Rational(numbers.count)
  }
}
