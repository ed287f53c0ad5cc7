import Arguments

extension GraderCommand {
  private static let folder = Positional(
    "dir", .text, help: "The folder to write into; made if it is not there.")

  /// `grader report`.
  static let report = Command<GraderRequest>(
    "report", abstract: "Write how the class does as a page of HTML, CSV and JSON.",
    discussion:
      "Writes index.html, marks.csv, items.csv, behaviours.csv and class.json. A folder that holds "
      + "an earlier report is written over; any other folder must be empty. The files hold names and marks, "
      + "so a folder that is made, and the files in it, can be read by you alone.",
    arguments: [folder, gradebookFile]
  ) { .report(folder: $0[folder], textOptions($0)) }
}
