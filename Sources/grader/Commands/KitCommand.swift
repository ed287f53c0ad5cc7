import Assessment
import Foundation
import Kits
import PlainText

/// `grader kit …`.
struct KitCommand {
  private let request: KitRequest
  private let terminal = Terminal()

  /// Takes the request.
  init(_ request: KitRequest) {
    self.request = request
  }

  /// Does what was asked and prints.
  func run() throws -> ExitCode {
    let course = try Preparation(course: request.course).course
    switch request.action {
    case .export(let folder):
      let kit = try Kit(of: course)
      let check = try KitInspection(of: course).check()
      guard check.holds else {
        show(check)
        terminal.complain(error: "Nothing was written. Mend the course, then export again.")
        return .auditFailed
      }
      try kit.write(to: folder)
      terminal.print(
        wrapped: "\(counted(kit.files.count, "file")) in \(folder.printable). Learners begin with "
          + "README.md there.")
      return .success
    case .check(let folder):
      let inspection = try KitInspection(of: course)
      let check = try folder.map(inspection.check(folder:)) ?? inspection.check()
      show(check)
      return check.holds ? .success : .auditFailed
    }
  }

  /// Prints what was found.
  private func show(_ check: KitCheck) {
    guard !check.holds else {
      return terminal.print("\(counted(check.fileCount, "file")), and nothing hidden in them.")
    }
    terminal.print(check.findings.map(\.description.printable).joined(separator: "\n"))
    terminal.print("\(counted(check.findings.count, "finding")). This is not for learners.")
  }
}
