package import Assessment
package import Grading
package import Registrar

/// The formats in which results and reports are written.
///
/// **A new format is a case here**; the compiler names the switches below, and nothing else knows the formats.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For people at a terminal.
  case text
  /// For programs; see ``ResultsDocument`` and `LearnerReportDocument`.
  case json
  /// For build servers; see `JUnitDocument`.
  case junit
  /// For Gradescope; see `GradescopeDocument`.
  case gradescope

  /// Refuses a number of learners that the format cannot hold.
  ///
  /// - Throws: `AssessmentError` of the kind `input`.
  package func check(learners count: Int) throws(AssessmentError) {
    switch self {
    case .text, .json, .junit: return
    case .gradescope:
      guard count != 1 else { return }
      throw AssessmentError(
        .input,
        "The format gradescope holds one learner, and \(count) are there. Name the folder of one, or "
          + "use json or junit.")
    }
  }

  /// The results of a class in this format.
  ///
  /// - Throws: What ``check(learners:)`` throws.
  package func write(_ result: ClassResult, style: Style, width: Int) throws -> String {
    try check(learners: result.learners.count)
    switch self {
    case .text: return ResultsText(result, style: style, width: width).text()
    case .json: return try ResultsDocument(result).documentText()
    case .junit: return JUnitDocument(ReportedResults(result)).text()
    case .gradescope: return try gradescope(ReportedResults(result))
    }
  }

  /// A learner's report in this format; the formats of other programs hold its case studies.
  package func write(_ report: LearnerReport, style: Style, width: Int) throws -> String {
    switch self {
    case .text: LearnerReportText(report, style: style, width: width).text()
    case .json: try LearnerReportDocument(report).documentText()
    case .junit: JUnitDocument(report.results).text()
    case .gradescope: try gradescope(report.results)
    }
  }

  /// The document of the one learner there is.
  private func gradescope(_ results: ReportedResults) throws -> String {
    try results.learners.map {
      try GradescopeDocument($0, notices: results.notices, course: results.course).documentText()
    }.joined()
  }
}
