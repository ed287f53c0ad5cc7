import Arguments
import Assessment
import Grading
import Reports

/// `grader grade`: grades learners' case studies and prints what came out.
struct GradeCommand: GraderCommand {
  private static let paths = Positional(
    oneOrMore: "path", .text,
    help: "A learner's folder (a kit or its Exercises folder), or a folder of such folders.")

  static let command = Command<any GraderCommand>(
    "grade", abstract: "Grade learners' case studies against the hidden suites.",
    arguments: [paths, Options.reportFormat, Options.only, Options.isolation, Options.jobs]
  ) { GradeCommand(given: $0) }

  let given: Invocation

  /// Grades and prints.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let session = try given.gradingSession()
    let exercises = try session.exercises(named: given[Options.only])
    let learners = try given[Self.paths].flatMap {
      try LearnerFolder.find(at: $0, for: session.course.scheme)
    }
    let format = given[Options.reportFormat]
    // Before anything is compiled: what cannot be printed need not be graded.
    try format.check(learners: learners.count)
    let isolation = given[Options.isolation]
    let count = learners.count * exercises.count
    let progress = Progress(of: "exercise", on: terminal)
    let result = try await session.withGrader(
      isolation: isolation, attendant: Interruption.ending(on: terminal)
    ) { grader in
      let results = try await grader.grade(learners, exercises: exercises, jobs: given.jobs) {
        progress.finished($0, of: count)
      }
      return session.classResult(
        results, of: exercises, isolation: isolation, runtime: grader.runtimeDigest)
    }
    terminal.print(
      try format.write(result, style: terminal.style(given), width: terminal.width))
    if result.learners.contains(where: \.hasGraderFault) { return .internalError }
    return result.learners.allSatisfy(\.hasFullMarks) ? .success : .notFullMarks
  }
}
