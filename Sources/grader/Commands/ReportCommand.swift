import Foundation
import Gradebook
import Grading
import PlainText
import Registrar
import Reports

/// `grader report`.
struct ReportCommand {
  private let folder: String
  private let options: GradebookOptions

  /// Takes the folder to write into.
  init(_ folder: String, _ options: GradebookOptions) {
    self.folder = folder
    self.options = options
  }

  /// Does what was asked and prints.
  func run() async throws -> ExitCode {
    let terminal = Terminal()
    let session = try GradebookSession(options)
    let folder = try ReportFolder(at: folder)
    let report = try await session.registrar.classReport(
      catalogues: try session.preparation.catalogues())
    let tables = ClassTables(report)
    // The mark of such a folder first, so that a run that is cut off can be repeated, and the page last.
    try folder.write(try ClassReportDocument(report).documentText(), to: ReportFolder.mark)
    try folder.write(tables.marks(), to: "marks.csv")
    try folder.write(tables.items(), to: "items.csv")
    try folder.write(tables.behaviours(), to: "behaviours.csv")
    try folder.write(ClassPage(report).html(), to: "index.html")
    terminal.print(
      wrapped: "Wrote index.html, marks.csv, items.csv, behaviours.csv and class.json into "
        + "\(folder.path): \(summary(of: report)). They hold names and marks; keep them to yourself."
    )
    return .success
  }

  /// The class in half a sentence.
  private func summary(of report: ClassReport) -> String {
    let passed = report.learners.count(where: \.mark.isPass)
    let concerns = report.concerns.count
    return "\(counted(report.learners.count, "learner")), \(passed) passed so far, "
      + "\(counted(concerns, "thing")) to look at"
  }
}
