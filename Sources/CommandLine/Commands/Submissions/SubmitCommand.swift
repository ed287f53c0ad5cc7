import Arguments
import Assessment
import Gradebook
import Grading
import Registrar
import Reports

/// `grader submit`: takes in and grades a learner's folder.
struct SubmitCommand: GraderCommand {
  private static let path = Positional(
    "path", .text, help: "The learner's folder: a kit or its Exercises folder.")

  static let command = Command<any GraderCommand>(
    "submit",
    abstract: "Hand in a learner's case studies: keep the files, grade them, keep the results.",
    discussion:
      "What was graded before under the same circumstances (files, suite, grading.json, "
      + "toolchain and provided modules, isolation) is answered from the record.",
    arguments: [
      Options.learner, path, Options.again, Options.only, Options.isolation, Options.jobs,
      Options.gradebook, Options.format,
    ]
  ) { SubmitCommand(given: $0) }

  let given: Invocation

  /// Hands in and prints what came of it.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let (session, registrar) = try given.office()
    let exercises = try session.exercises(named: given[Options.only])
    let learner = given[Options.learner]
    // Before anything is compiled: a name that is wrong should be heard of at once.
    _ = try await registrar.openTaking(of: learner)
    let folder = try folder(of: learner, in: session.course)
    let halt = Halt()
    let progress = Progress(of: "exercise", on: terminal)
    let isolation = given[Options.isolation]
    let (submitted, runtime) = try await session.withDesk(
      isolation: isolation, attendant: Interruption.halting(halt, on: terminal)
    ) { desk in
      let submitted = try await registrar.submit(
        folder, of: learner, exercises: exercises, at: desk, again: given[Options.again],
        jobs: given.jobs, until: halt, as: registrar.ownAct, progress: progress.finished)
      return (submitted, desk.circumstances.runtime)
    }
    switch given[Options.format] {
    case .json: terminal.print(json: SubmissionDocument(submitted, of: learner))
    case .text:
      let style = terminal.style(given)
      let graded = submitted.compactMap(\.graded)
      var blocks: [String] = []
      if !graded.isEmpty {
        let names = graded.map(\.exercise)
        let results = session.classResult(
          [LearnerResult(learner: learner, exercises: graded)],
          of: exercises.filter { names.contains($0.name) }, isolation: isolation,
          runtime: runtime)
        blocks.append(ResultsText(results, style: style, width: terminal.width).text())
      }
      blocks.append(SubmissionText(submitted, style: style, width: terminal.width).text())
      terminal.print(blocks.joined(separator: "\n"))
    }
    if halt.isRequested && submitted.count < exercises.count {
      return terminal.tellOfHalt(after: submitted.count, of: exercises.count)
    }
    if submitted.contains(where: \.isPending) { return .internalError }
    return submitted.allSatisfy { $0.recorded?.score == .one } ? .success : .notFullMarks
  }

  /// The one learner's folder that was named.
  private func folder(of learner: String, in course: Course) throws -> LearnerFolder {
    let path = given[Self.path]
    let folders = try LearnerFolder.find(at: path, for: course.scheme)
    guard let folder = folders.first, folders.count == 1 else {
      throw AssessmentError(
        .input,
        "\(path) holds the folders of \(folders.count) learners. Name the folder of \(learner), or "
          + "hand in all of them with `grader submit-class`.")
    }
    return folder
  }
}
