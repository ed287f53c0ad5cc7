import Assessment
import Digests
import Gradebook
import Grading
import PlainText
import Registrar
import Reports

/// `grader submit`, `submit-class` and `regrade`.
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
    case .submit(let learner, let path, let again):
      return try await submit(path, of: learner, again: again, exercises, session, terminal)
    case .submitClass(let path, let again):
      return try await submit(class: path, again: again, exercises, session, terminal)
    case .regrade(let learners, let apply):
      return try await regrade(learners, apply: apply, exercises, session, terminal)
    }
  }

  /// Takes in a learner's folder.
  private func submit(
    _ path: String, of learner: String, again: Bool, _ exercises: [Scheme.Exercise],
    _ session: GradebookSession, _ terminal: Terminal
  ) async throws -> ExitCode {
    let preparation = session.preparation
    // Before anything is compiled: a name that is wrong should be heard of at once.
    _ = try await session.registrar.openTaking(of: learner)
    let folders = try LearnerFolder.find(at: path, for: preparation.course.scheme)
    guard let folder = folders.first, folders.count == 1 else {
      throw AssessmentError(
        .input,
        "\(path) holds the folders of \(folders.count) learners. Name the folder of \(learner), or "
          + "hand in all of them with `grader submit-class`.")
    }
    let jobs = preparation.jobs(request.jobs)
    let halt = Halt()
    let progress = Progress(of: "exercise", on: terminal)
    let (submitted, runtime) = try await preparation.withDesk(
      isolation: request.isolation, until: halt, terminal: terminal
    ) { desk in
      let submitted = try await session.registrar.submit(
        folder, of: learner, exercises: exercises, at: desk, again: again, jobs: jobs, until: halt,
        progress: progress.finished)
      return (submitted, desk.circumstances.runtime.description)
    }
    switch request.options.format {
    case .json: terminal.print(json: SubmissionDocument(submitted, of: learner))
    case .text:
      let style = Style(isColoured: terminal.isColoured(request.options.color))
      let graded = submitted.compactMap(\.graded)
      var blocks: [String] = []
      if !graded.isEmpty {
        let names = graded.map(\.exercise)
        let results = preparation.classResult(
          [LearnerResult(learner: learner, exercises: graded)],
          of: exercises.filter { names.contains($0.name) }, isolation: request.isolation,
          runtime: runtime)
        blocks.append(ResultsText(results, style: style, width: terminal.width).text())
      }
      blocks.append(SubmissionText(submitted, style: style, width: terminal.width).text())
      terminal.print(blocks.joined(separator: "\n"))
    }
    if halt.isRequested && submitted.count < exercises.count {
      return interrupted(submitted.count, of: exercises.count, "exercise", terminal)
    }
    if submitted.contains(where: \.isPending) { return .internalError }
    return submitted.allSatisfy { $0.recorded?.score == .one } ? .success : .notFullMarks
  }

  /// Takes in the folders of a class.
  private func submit(
    class path: String, again: Bool, _ exercises: [Scheme.Exercise], _ session: GradebookSession,
    _ terminal: Terminal
  ) async throws -> ExitCode {
    let preparation = session.preparation
    let entries = try ClassEntry.all(in: path, for: preparation.course.scheme)
    let jobs = preparation.jobs(request.jobs)
    let halt = Halt()
    let progress = Progress(of: "exercise", on: terminal)
    let submission = try await preparation.withDesk(
      isolation: request.isolation, until: halt, terminal: terminal
    ) { desk in
      try await session.registrar.submit(
        class: entries, exercises: exercises, at: desk, again: again, jobs: jobs, until: halt,
        progress: progress.finished)
    }
    switch request.options.format {
    case .json: terminal.print(json: ClassSubmissionDocument(submission))
    case .text:
      let style = Style(isColoured: terminal.isColoured(request.options.color))
      terminal.print(
        ClassSubmissionText(submission, style: style, width: terminal.width).text())
    }
    if !submission.isComplete {
      return interrupted(submission.entries.count, of: submission.total, "exercise", terminal)
    }
    if submission.hasPending { return .internalError }
    return submission.hasFullMarks ? .success : .notFullMarks
  }

  /// Says how far an interrupted batch came and how it goes on.
  private func interrupted(
    _ done: Int, of total: Int, _ noun: String, _ terminal: Terminal
  ) -> ExitCode {
    terminal.complain(
      "Interrupted after \(done) of \(counted(total, noun)). The same command goes on with the rest; "
        + "what is recorded is not graded again.")
    return .interrupted
  }

  /// Grades again what is recorded.
  private func regrade(
    _ learners: [String], apply: Bool, _ exercises: [Scheme.Exercise],
    _ session: GradebookSession, _ terminal: Terminal
  ) async throws -> ExitCode {
    let registrar = session.registrar
    let learners = learners.isEmpty ? try await registrar.learners() : learners
    let jobs = session.preparation.jobs(request.jobs)
    let halt = Halt()
    let progress = Progress(of: "submission", on: terminal)
    let regradings = try await session.preparation.withDesk(
      isolation: request.isolation, until: halt, terminal: terminal
    ) { desk in
      try await registrar.regrade(
        learners, exercises: exercises, at: desk, apply: apply, jobs: jobs, until: halt,
        progress: progress.finished)
    }
    switch request.options.format {
    case .json: terminal.print(json: RegradingDocument(regradings, isApplied: apply))
    case .text:
      let style = Style(isColoured: terminal.isColoured(request.options.color))
      terminal.print(RegradingText(regradings, isApplied: apply, style: style).text())
    }
    if halt.isRequested {
      terminal.complain(
        "Interrupted: the list above is not complete. Nothing else was graded again.")
      return .interrupted
    }
    return regradings.contains { $0.failure != nil } ? .internalError : .success
  }
}
