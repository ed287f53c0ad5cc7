import Registrar
import Reports

/// Every way in which a learner's report is written.
enum Rendering: String, CaseIterable, Sendable {
  case text, json, junit, gradescope, html

  /// Writes a report.
  func write(_ report: LearnerReport) throws -> String {
    guard let format = ReportFormat(rawValue: rawValue) else {
      return LearnerReportPage(report).html()
    }
    return try format.write(report, style: Style(isColoured: false), width: 80)
  }

  /// Whether it holds questions; the formats of other programs hold case studies only.
  var hasQuestions: Bool {
    switch self {
    case .text, .json, .html: true
    case .junit, .gradescope: false
    }
  }
}
