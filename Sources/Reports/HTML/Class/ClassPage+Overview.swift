import Gradebook
import Grading
import PlainText

extension ClassPage {
  /// The class in a few numbers.
  var overview: Section {
    let learners = report.learners
    let passed = learners.count(where: \.mark.isPass)
    let figures = [
      ("Learners", "\(learners.count)"), ("Passed so far", "\(passed)"),
      ("Final exam over", "\(learners.count { $0.exam == .over })"),
      ("Median mark", median.map { "\($0.percentage) %" } ?? "too few"),
      ("Submissions", "\(report.days.reduce(0) { $0 + $1.submissions })"),
      ("Need attention", "\(report.concerns.count)"),
    ]
    let rows = figures.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
    return Section(
      id: "overview", title: "Overview",
      parts: ["<dl class=\"key card\">\n\(rows.joined(separator: "\n"))\n</dl>"])
  }

  /// The mark in the middle, where there are enough.
  private var median: Rational? {
    let marks = report.learners.map(\.mark.total).sorted()
    guard Self.isEnough(marks.count) else { return nil }
    return (marks[(marks.count - 1) / 2] + marks[marks.count / 2]) / Rational(2)
  }

  /// What a person has to look at.
  var attention: Section {
    guard !report.concerns.isEmpty else {
      return Section(
        id: "attention", title: "Who needs attention",
        parts: [
          "<p>Nobody: everything that was handed in is graded under the isolation that certificates "
            + "ask for, and no sitting was taken back or is overdue.</p>"
        ])
    }
    let rows = report.concerns.map { concern in
      [
        SortableTable.Cell(concern.taking.learner), .init(concern.name, style: "prose"),
        .init(Self.words(for: concern.kind)), concern.exercise.map { .init($0) } ?? .none,
        .init(concern.words, style: "prose long"), .init(concern.at.moment),
      ]
    }
    return Section(
      id: "attention", title: "Who needs attention",
      parts: [
        SortableTable(
          id: "concerns", caption: "What a person has to look at, oldest first",
          columns: [
            .text("Learner"), .text("Name"), .text("What"), .text("Exercise"), .text("On record"),
            .text("Since"),
          ], rows: rows, isTall: rows.count > 20
        ).html()
      ])
  }

  /// What a concern is called.
  private static func words(for kind: ClassReport.Concern.Kind) -> String {
    switch kind {
    case .gradingBroke: "Grading broke"
    case .notGraded: "Not graded"
    case .weakIsolation: "Weak isolation"
    case .sittingTakenBack: "Sitting taken back"
    case .sittingOverdue: "Sitting overdue"
    }
  }
}
