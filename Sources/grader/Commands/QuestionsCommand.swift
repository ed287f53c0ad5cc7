import Assessment
import EventSourcing
import Foundation
import Grading
import PlainText
import QuestionBanks
import Reports

/// `grader questions …`.
struct QuestionsCommand {
  private let request: QuestionsRequest
  private let terminal = Terminal()

  /// Takes the request.
  init(_ request: QuestionsRequest) {
    self.request = request
  }

  /// Does what was asked and prints.
  func run() throws -> ExitCode {
    let course = try Preparation(course: request.course).course
    let style = Style(isColoured: terminal.isColoured(request.color))
    switch request.action {
    case .check(let format):
      let check = BankCheck(
        review: try course.reviewBank(), pool: try course.examPool(), scheme: course.scheme)
      switch format {
      case .json: terminal.print(json: BankCheckDocument(check))
      case .text:
        terminal.print(BankCheckText(check, style: style, width: terminal.width).text())
      }
      return check.passes ? .success : .auditFailed
    case .preview(let name, let html, let isExam):
      let preview = Preview(
        try course.unit(named: name), of: try isExam ? course.examPool() : course.reviewBank(),
        isExam: isExam)
      if let html {
        try OutputFile.write(PreviewPage(preview).html(), to: html)
      } else {
        terminal.print(PreviewText(preview, style: style, width: terminal.width).text())
      }
    case .export(let name, let file):
      let items: [QuestionBank.Item]
      if let name {
        let bank = try course.reviewBank()
        items = try course.unit(named: name).bullets.flatMap { bank.items(of: $0.id) }
      } else {
        items = try course.examPool().items
      }
      let document = GIFTDocument(items)
      try OutputFile.write(document.text, to: file)
      complain(document.notes)
    case .importing(let file, let bullet, let questions, let keys):
      let files = questions.flatMap { questions in keys.map { (questions, $0) } }
      return try importGIFT(file, to: files, bullet, course)
    }
    return .success
  }

  /// Reads GIFT and prints it in the course's format, or writes it to two new files.
  ///
  /// Where no question can be read, nothing is written.
  private func importGIFT(
    _ file: String, to files: (questions: String, keys: String)?, _ bullet: String?,
    _ course: Course
  ) throws -> ExitCode {
    let bullets = course.scheme.bullets.map(\.id)
    let fallback = bullet.map { BulletID(rawValue: $0) }
    if let fallback, !bullets.contains(fallback) {
      let known = bullets.map(\.rawValue).joined(separator: ", ")
      throw AssessmentError(.input, "There is no bullet \(fallback). This course has \(known).")
    }
    let result = GIFTImport(try read(file), bullets: bullets, fallback: fallback)
    guard !result.items.isEmpty else {
      complain(result.notes)
      terminal.complain(error: "\(file) has no question that can be carried over.")
      return .malformed
    }
    if let files {
      guard files.questions != files.keys else {
        throw AssessmentError(.input, "Questions and keys need files of their own; name two.")
      }
      // Both are looked at before either is written.
      for path in [files.questions, files.keys] where FileManager.default.fileExists(atPath: path) {
        throw AssessmentError(
          .input, "\(path) is there already and is not written over. Name a new file.")
      }
      try OutputFile.write(
        try result.questionsJSON.documentText(), to: files.questions, mayReplace: false)
      try OutputFile.write(
        try result.keysJSON.documentText(), to: files.keys, mayReplace: false)
    } else {
      terminal.print(json: result.json)
    }
    complain(result.notes)
    return .success
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

  /// Lists what could not be carried over.
  private func complain(_ notes: [TransferNote]) {
    for note in notes { terminal.complain(note.description.printable) }
  }
}
