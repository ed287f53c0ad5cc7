package import Gradebook
import Grading

/// A class report as tables for spreadsheets and statistics programs.
///
/// All are comma-separated values as RFC 4180 has them, in UTF-8 without a mark before it. Columns in `_percent` go from 0 to 100 and
/// are cut off after two decimals, never rounded up; the exact fractions are in ``ClassReportDocument``. What too few
/// learners have done for a share is empty.
///
/// **`marks.csv`**, one record per learner: `learner`, `taking`, `name`, `mark_percent`, `pass_mark_percent`, `passed` (yes
/// or no), the three parts `review_percent`, `case_studies_percent` and `exam_percent`, `exam` (`notStarted`,
/// `underWay`, `over`), `review_tried` and `review_questions`, `closed` (yes or no), `last_at` (ISO 8601, UTC), and for
/// each exercise its share as `NAME_percent`, empty without a result.
///
/// **`items.csv`**, one record per question and part: `question`, `part` (`reviewQuestions` or `finalExam`), `bullet`, `kind`,
/// `learners`, `tried`, `facility_percent`, `expected_percent`, `earned_percent`, `tries`, `discrimination` (from -1 to 1,
/// empty if too few or undefined), `remarks` (by name, with spaces between).
///
/// **`behaviours.csv`**, one record per behaviour: `exercise`, `behaviour`, `sentence`, `points`, `graded`, `passed`,
/// `passed_percent`, and the learners of the exercise: `counted`, `pending`, `missing`.
package struct ClassTables {
  private let report: ClassReport

  /// Prepares the tables.
  package init(_ report: ClassReport) {
    self.report = report
  }

  /// Every learner with the mark and what it is made of.
  package func marks() -> String {
    let header = [
      "learner", "taking", "name", "mark_percent", "pass_mark_percent", "passed", "review_percent",
      "case_studies_percent", "exam_percent", "exam", "review_tried", "review_questions", "closed",
      "last_at",
    ]
    let rows = report.learners.map { learner in
      let parts = learner.mark.parts.map { CSVTable.Cell.percent($0.score) }
      return [
        .text(learner.taking.learner), .integer(learner.taking.number), .text(learner.name),
        .percent(learner.mark.total), .integer(learner.mark.passMark),
        .flag(learner.mark.isPass),
      ] + parts + [
        .text(learner.exam.rawValue), .integer(learner.reviewTried),
        .integer(learner.reviewQuestions), .flag(learner.closedAt != nil),
        .text(learner.lastAt.iso8601),
      ] + report.exercises.map { .percent(learner.exercises[$0.name]?.score) }
    }
    return CSVTable(header + report.exercises.map { "\($0.name)_percent" }, rows).text()
  }

  /// Every question with its figures.
  package func items() -> String {
    let header = [
      "question", "part", "bullet", "kind", "learners", "tried", "facility_percent",
      "expected_percent", "earned_percent", "tries", "discrimination", "remarks",
    ]
    let rows = report.items.map { item -> [CSVTable.Cell] in
      let figures = item.figures
      var discrimination = CSVTable.Cell.empty
      if case .value(let value) = figures.discrimination { discrimination = .rounded(value) }
      let remarks = item.remarks.map(\.rawValue).joined(separator: " ")
      return [
        .text(figures.question.rawValue), .text(item.part.rawValue), .text(item.bullet?.rawValue),
        .text(item.kind?.rawValue), .integer(figures.learners), .integer(figures.tried),
        .percent(figures.facility), .percent(item.expected), .percent(figures.earned),
        .decimal(figures.tries), discrimination, .text(remarks),
      ]
    }
    return CSVTable(header, rows).text()
  }

  /// Every behaviour with how many passed it.
  package func behaviours() -> String {
    let header = [
      "exercise", "behaviour", "sentence", "points", "graded", "passed", "passed_percent",
      "counted", "pending", "missing",
    ]
    let rows = report.exercises.flatMap { exercise in
      exercise.behaviours.map { behaviour -> [CSVTable.Cell] in
        [
          .text(exercise.name), .text(behaviour.id), .text(behaviour.sentence),
          .integer(behaviour.points), .integer(behaviour.graded), .integer(behaviour.passed),
          .percent(behaviour.share), .integer(exercise.counted), .integer(exercise.pending),
          .integer(exercise.missing),
        ]
      }
    }
    return CSVTable(header, rows).text()
  }
}
