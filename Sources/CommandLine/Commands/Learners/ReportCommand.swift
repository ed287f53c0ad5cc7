import Arguments
import Assessment
import Gradebook
import Grading
import PlainText
import Registrar
import Reports

/// `grader report`: writes how the class does into a folder.
struct ReportCommand: GraderCommand {
  private static let folder = Positional(
    "dir", .text, help: "The folder to write into; made if it is not there.")

  static let command = Command<any GraderCommand>(
    "report", abstract: "Write how the class does as a page of HTML, CSV and JSON.",
    discussion:
      "Writes index.html, marks.csv, items.csv, behaviours.csv and class.json. A folder that holds "
      + "an earlier report is written over; any other folder must be empty. The files hold names and marks, "
      + "so a folder that is made, and the files in it, can be read by you alone.",
    arguments: [folder, Options.gradebook]
  ) { ReportCommand(given: $0) }

  let given: Invocation

  /// Writes the files and says which.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let (session, registrar) = try given.office()
    let folder = try ReportFolder(at: given[Self.folder])
    let report = try await registrar.classReport(catalogues: try session.catalogues())
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
