import EventSourcing
import Gradebook
import Grading

extension ClassReport {
  /// What a name may hold to do harm in a page, a terminal or a spreadsheet.
  static let hostile = "=cmd|'/c x'!A1\",\r\n<script>alert('x')</script> & \u{202E}\u{1B}[31m"

  /// The hour at which samples are looked at: 2026-11-24 18:40 UTC.
  private static let now: Timestamp = 1_795_545_600_000

  /// A small class with one of everything; each third learner has a hostile name.
  ///
  /// - Parameter count: How many learners there are.
  static func sample(of count: Int = 12) -> ClassReport {
    ClassReport(
      course: "A course <of> \"sorts\"", at: now, passMark: 75,
      learners: (0..<count).map { learner($0, of: count) },
      exercises: [
        Exercise(
          name: "FrontDesk", weight: 1, counted: 12, pending: 1, missing: 2,
          behaviours: [
            .init(
              id: "B1", sentence: "It answers `open` < \"shut\".", points: 3, graded: 12, passed: 9),
            .init(id: "B2", sentence: hostile, points: 1, graded: 12, passed: 12),
            .init(id: "example.first", sentence: "It counts.", points: 2, graded: 9, passed: 4),
            .init(id: "B9", sentence: nil, points: nil, graded: 10, passed: 0),
          ]),
        Exercise(
          name: "Ledger", weight: 0, counted: 0, pending: 0, missing: 15,
          behaviours: [
            .init(id: "B1", sentence: "It keeps.", points: 1, graded: 0, passed: 0)
          ]),
      ], items: items,
      days: [
        Day(20_770, submissions: 3), Day(20_771, submissions: 11), Day(20_781, submissions: 1),
      ],
      concerns: [
        Concern(
          taking: TakingID(learner: "l1", number: 2), name: hostile, kind: .gradingBroke,
          exercise: "FrontDesk", detail: hostile, at: 1_795_459_200_000),
        Concern(
          taking: TakingID(learner: "l2", number: 1), name: "Ben", kind: .sittingOverdue,
          exercise: nil, detail: "Finish it.", at: now),
      ])
  }

  /// One learner; the marks go from 0 to 1 in equal steps.
  private static func learner(_ index: Int, of count: Int) -> Learner {
    let score = Rational(index, over: max(1, count - 1))
    var exercises: [String: Learner.Submitted] = [:]
    if index > 0 { exercises["FrontDesk"] = .init(score: score, submissions: 2, pending: 0) }
    if index == 1 { exercises["Ledger"] = .init(score: nil, submissions: 1, pending: 1) }
    return Learner(
      taking: TakingID(learner: "l\(index)", number: index == 1 ? 2 : 1),
      name: index % 3 == 1 ? hostile : "Learner \(index)",
      mark: Mark(
        weights: .init(reviewQuestions: 40, caseStudies: 30, finalExam: 30), passMark: 75,
        reviewQuestions: score, caseStudies: score, finalExam: score),
      exam: index == 0 ? .notStarted : index == 1 ? .underWay : .over, reviewQuestions: 50,
      reviewTried: index, exercises: exercises, lastAt: 1_795_459_200_123,
      closedAt: index == 2 ? now : nil)
  }

  /// One question of every fate.
  private static let items: [Item] = {
    func item(
      _ id: QuestionID, _ part: Mark.Kind, learners: Int, _ facility: Rational?,
      _ discrimination: ItemFigures.Discrimination, expected: Rational? = Rational(1, over: 2)
    ) -> Item {
      Item(
        figures: ItemFigures(
          question: id, learners: learners, tried: learners - 1, facility: facility,
          earned: facility, tries: facility.map { $0 + .one }, discrimination: discrimination),
        part: part, bullet: expected.map { _ in "U1-1" }, kind: expected.map { _ in .single },
        expected: expected)
    }
    return [
      item("U1-1-R01", .reviewQuestions, learners: 40, Rational(2, over: 3), .value(0.41)),
      item("U1-1-R02", .reviewQuestions, learners: 9, nil, .tooFew),
      item("U1-1-R03", .reviewQuestions, learners: 40, .one, .undefined, expected: nil),
      item("U1-1-E01", .finalExam, learners: 31, Rational(1, over: 5), .value(-0.125)),
      item("U1-1-E02", .finalExam, learners: 30, Rational(1, over: 2), .value(0.1)),
    ]
  }()
}
