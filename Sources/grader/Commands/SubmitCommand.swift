import Assessment
import Digests
import Grading
import PlainText
import Registrar
import Reports

/// `grader submit` and `grader regrade`.
struct SubmitCommand {
  private let request: SubmitRequest

  /// Takes the request.
  init(_ request: SubmitRequest) {
    self.request = request
  }

  /// Does what was asked and prints.
  func run() async throws -> ExitCode {
    let terminal = Terminal()
    let session = try GradebookSession(request.options)
    let exercises = try session.preparation.exercises(named: request.exercises)
    switch request.action {
    case .submit(let learner, let path):
      return try await submit(path, of: learner, exercises, session, terminal)
    case .regrade(let learners, let apply):
      return try await regrade(learners, apply: apply, exercises, session, terminal)
    }
  }

  /// Takes in a learner's folder.
  private func submit(
    _ path: String, of learner: String, _ exercises: [Scheme.Exercise],
    _ session: GradebookSession, _ terminal: Terminal
  ) async throws -> ExitCode {
    let preparation = session.preparation
    // Before anything is compiled: a name that is wrong should be heard of at once.
    _ = try await session.registrar.openTaking(of: learner)
    let folders = try LearnerFolder.find(at: path, for: preparation.course.scheme)
    guard let folder = folders.first, folders.count == 1 else {
      throw AssessmentError(
        .input,
        "\(path) holds the folders of \(folders.count) learners. Name the folder of \(learner).")
    }
    let jobs = preparation.jobs(request.jobs)
    let (submitted, runtime) = try await preparation.withGrader(
      isolation: request.isolation, terminal: terminal
    ) { grader in
      let submitted = try await session.registrar.submit(
        folder, of: learner, exercises: exercises, with: grader, jobs: jobs
      ) { done in
        terminal.progress("Graded \(counted(done, "exercise")) of \(exercises.count)")
      }
      return (submitted, grader.runtimeDigest.description)
    }
    switch request.options.format {
    case .json: terminal.print(json: SubmissionDocument(submitted, of: learner))
    case .text:
      let style = Style(isColoured: terminal.isColoured(request.options.color))
      let results = preparation.classResult(
        [LearnerResult(learner: learner, exercises: submitted.map(\.result))], of: exercises,
        isolation: request.isolation, runtime: runtime)
      terminal.print(
        ResultsText(results, style: style, width: terminal.width).text() + "\n"
          + SubmissionText(submitted, style: style, width: terminal.width).text())
    }
    if submitted.contains(where: { $0.record == .pending }) { return .internalError }
    return submitted.allSatisfy { $0.result.score == .one } ? .success : .notFullMarks
  }

  /// Grades again what is recorded.
  private func regrade(
    _ learners: [String], apply: Bool, _ exercises: [Scheme.Exercise],
    _ session: GradebookSession, _ terminal: Terminal
  ) async throws -> ExitCode {
    let registrar = session.registrar
    let learners = learners.isEmpty ? try await registrar.learners() : learners
    let jobs = session.preparation.jobs(request.jobs)
    let regradings = try await session.preparation.withGrader(
      isolation: request.isolation, terminal: terminal
    ) { grader in
      try await registrar.regrade(
        learners, exercises: exercises, with: grader, apply: apply, jobs: jobs
      ) { done in
        terminal.progress("Graded \(counted(done, "submission"))")
      }
    }
    switch request.options.format {
    case .json: terminal.print(json: RegradingDocument(regradings, isApplied: apply))
    case .text:
      let style = Style(isColoured: terminal.isColoured(request.options.color))
      terminal.print(RegradingText(regradings, isApplied: apply, style: style).text())
    }
    return regradings.contains { $0.failure != nil } ? .internalError : .success
  }
}
