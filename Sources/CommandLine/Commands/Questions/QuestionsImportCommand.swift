import Arguments
import Assessment
import Foundation
import Grading
import QuestionBanks
import Reports

/// `grader questions import`: reads GIFT and gives it in the course's format.
struct QuestionsImportCommand: GraderCommand {
  private static let bullet = Option(
    optional: "bullet", .text, valueName: "id",
    help: "The bullet of questions whose category names none, such as U2-1.")
  private static let questions = Option(
    optional: "questions", .text, valueName: "file",
    help: "Write the questions to this new file; needs --keys.")
  private static let keys = Option(
    optional: "keys", .text, valueName: "file",
    help: "Write the keys to this new file; needs --questions.")

  static let command = Command<any GraderCommand>(
    "import", abstract: "Read GIFT and write it in the course's format; says what is lost.",
    discussion:
      "Without --questions and --keys one file with both is printed. What GIFT does not "
      + "have is marked as to be written, and the check finds it.",
    arguments: [QuestionsCommands.gift, bullet, questions, keys]
  ) { given throws(ValidationError) in
    guard (given[questions] == nil) == (given[keys] == nil) else {
      throw ValidationError("Give both --questions and --keys, or neither.")
    }
    return QuestionsImportCommand(given: given)
  }

  let given: Invocation

  /// Prints the questions, or writes them to two new files; where none can be read, nothing is written.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let file = given[QuestionsCommands.gift]
    let bullets = try given.gradingSession().course.scheme.bullets.map(\.id)
    let fallback = given[Self.bullet].map { BulletID(rawValue: $0) }
    if let fallback, !bullets.contains(fallback) {
      let known = bullets.map(\.rawValue).joined(separator: ", ")
      throw AssessmentError(.input, "There is no bullet \(fallback). This course has \(known).")
    }
    let result = GIFTImport(try read(file), bullets: bullets, fallback: fallback)
    guard !result.items.isEmpty else {
      terminal.complain(of: result.notes)
      terminal.complain(error: "\(file) has no question that can be carried over.")
      return .malformed
    }
    if let questions = given[Self.questions], let keys = given[Self.keys] {
      try write(result, questions: questions, keys: keys)
    } else {
      terminal.print(json: result.json)
    }
    terminal.complain(of: result.notes)
    return .success
  }

  /// Writes two new files.
  private func write(_ result: GIFTImport, questions: String, keys: String) throws {
    guard questions != keys else {
      throw AssessmentError(.input, "Questions and keys need files of their own; name two.")
    }
    // Both are looked at before either is written.
    for path in [questions, keys] where FileManager.default.fileExists(atPath: path) {
      throw AssessmentError(
        .input, "\(path) is there already and is not written over. Name a new file.")
    }
    try OutputFile.write(try result.questionsJSON.documentText(), to: questions, mayReplace: false)
    try OutputFile.write(try result.keysJSON.documentText(), to: keys, mayReplace: false)
  }

  /// The text of a file, no more of it than can be read.
  private func read(_ path: String) throws -> String {
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: GIFTImport.maximumSize + 1)
    else {
      throw AssessmentError(.input, "\(path) cannot be read, or is empty. Check the path.")
    }
    guard data.count <= GIFTImport.maximumSize, let text = String(validating: data, as: UTF8.self)
    else {
      throw AssessmentError(
        .input, "\(path) is larger than 4 MiB, or is not UTF-8. Split it, or convert it.")
    }
    return text
  }
}
