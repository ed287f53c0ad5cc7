import Assessment
import Grading
import Reports
import Sandbox

/// What `grader audit` was asked.
struct AuditRequest: Sendable {
  var exercises: [String]
  var isolation: Isolation
  var jobs: Int?
  var course: String?
  var color: ColorChoice
}

/// `grader audit`: runs right and wrong solutions through the suites and prints the matrix.
struct AuditCommand {
  private let request: AuditRequest

  /// Takes the request.
  init(_ request: AuditRequest) {
    self.request = request
  }

  /// Audits and prints.
  func run() throws -> ExitCode {
    let terminal = Terminal()
    let preparation = try Preparation(course: request.course)
    let exercises = try preparation.exercises(named: request.exercises)
    let progress = Progress(of: "solution", on: terminal)
    let audits = try preparation.withGrader(
      isolation: request.isolation, terminal: terminal
    ) { grader in
      try grader.audit(exercises, jobs: preparation.jobs(request.jobs)) { done, count in
        progress.finished(done, of: count)
      }
    }
    let style = Style(isColoured: terminal.isColoured(request.color))
    terminal.print(AuditText(audits, style: style).text())
    return audits.allSatisfy(\.holds) ? .success : .auditFailed
  }
}
