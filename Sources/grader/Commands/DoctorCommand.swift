import Assessment
import Foundation
import Grading
import Reports
import Sandbox

/// What `grader doctor` was asked.
struct DoctorRequest: Sendable {
  var course: String?
  var color: ColorChoice
}

/// `grader doctor`: tries to break out of the jail and says what came of it.
struct DoctorCommand {
  private let request: DoctorRequest

  /// Takes the request.
  init(_ request: DoctorRequest) {
    self.request = request
  }

  /// Examines this machine and prints.
  func run() throws -> ExitCode {
    let terminal = Terminal()
    let preparation = try Preparation(course: request.course)
    let examination = try preparation.withScratch { scratch in
      try Doctor(
        course: preparation.course, isolation: .bubblewrap,
        environment: ProcessInfo.processInfo.environment, scratch: scratch,
        willCompile: terminal.tellOfCompilation
      ).examine()
    }
    let style = Style(isColoured: terminal.isColoured(request.color))
    terminal.print(ExaminationText(examination, style: style).text())
    return examination.isContained ? .success : .notIsolated
  }
}
