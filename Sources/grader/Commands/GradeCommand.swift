import Assessment
import Digests
import Grading
import Reports
import Sandbox

/// What `grader grade` was asked.
struct GradeRequest: Sendable {
  var paths: [String]
  var format: ReportFormat
  var exercises: [String]
  var isolation: Isolation
  var jobs: Int?
  var course: String?
  var color: ColorChoice
}

/// `grader grade`: grades learners' case studies and prints what came out.
struct GradeCommand {
  private let request: GradeRequest

  /// Takes the request.
  init(_ request: GradeRequest) {
    self.request = request
  }

  /// Grades and prints.
  func run() throws -> ExitCode {
    let terminal = Terminal()
    let preparation = try Preparation(course: request.course)
    let scheme = preparation.course.scheme
    let exercises = try preparation.exercises(named: request.exercises)
    let learners = try request.paths.flatMap { try LearnerFolder.find(at: $0, for: scheme) }
    // Before anything is compiled: what cannot be printed need not be graded.
    try request.format.check(learners: learners.count)
    let isolation = request.isolation
    let count = learners.count * exercises.count
    let progress = Progress(of: "exercise", on: terminal)
    let result = try preparation.withGrader(isolation: isolation, terminal: terminal) { grader in
      let results = grader.grade(
        learners, exercises: exercises, jobs: preparation.jobs(request.jobs)
      ) { done in
        progress.finished(done, of: count)
      }
      return preparation.classResult(
        results, of: exercises, isolation: isolation,
        runtime: grader.runtimeDigest.description)
    }
    let style = Style(isColoured: terminal.isColoured(request.color))
    terminal.print(try request.format.write(result, style: style, width: terminal.width))
    if result.learners.contains(where: \.hasGraderFault) { return .internalError }
    return result.learners.allSatisfy(\.hasFullMarks) ? .success : .notFullMarks
  }
}
