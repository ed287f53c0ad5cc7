package import Assessment
import Digests
import EventSourcing
import Foundation
package import Gradebook
package import Grading

extension Registrar {
  /// What became of one exercise that was handed in.
  package struct Submitted: Sendable {
    /// The exercise.
    package let exercise: String
    /// What became of it.
    package let outcome: Outcome

    /// Sets both parts.
    package init(exercise: String, outcome: Outcome) {
      self.exercise = exercise
      self.outcome = outcome
    }

    /// What became of it.
    package enum Outcome: Sendable {
      /// There was nothing that could be kept.
      case notAccepted(ExerciseOutcome)
      /// It had been graded before under the same circumstances; the record answers, and nothing was run.
      case answered(SubmissionResult)
      /// It is recorded with a result, and was graded as the learner may see it.
      case graded(SubmissionResult, ExerciseResult)
      /// It is recorded without a result, since grading it broke; grading it again may help.
      case pending(ExerciseResult, reason: String)
    }

    /// What is recorded as its result, if there is one.
    package var recorded: SubmissionResult? {
      switch outcome {
      case .answered(let result), .graded(let result, _): result
      case .notAccepted, .pending: nil
      }
    }

    /// Whether it is kept without a result.
    package var isPending: Bool {
      if case .pending = outcome { true } else { false }
    }

    /// How it was graded just now, if it was.
    package var graded: ExerciseResult? {
      switch outcome {
      case .graded(_, let result), .pending(let result, _): result
      case .notAccepted, .answered: nil
      }
    }
  }

  /// Takes in a learner's exercises, grades them and keeps the results.
  ///
  /// **What was graded under the same circumstances before is answered from the record.** **The files are stored before
  /// they are graded, and each result as soon as it is there**, so nothing is lost, whatever breaks.
  ///
  /// - Parameters:
  ///   - folder: The learner's folder.
  ///   - learner: The learner.
  ///   - exercises: The exercises to look at.
  ///   - desk: Where they are graded.
  ///   - again: Whether to grade what the record could answer too.
  ///   - jobs: How many exercises are graded at once.
  ///   - halt: Says when no further one is to be begun.
  ///   - act: Whose act it is.
  ///   - progress: Told after each exercise how many are done, and of how many.
  /// - Returns: What became of each exercise, in their order; fewer after a halt.
  package func submit(
    _ folder: LearnerFolder, of learner: String, exercises: [Scheme.Exercise],
    at desk: GradingDesk, again: Bool = false, jobs: Int, until halt: Halt = Halt(), as act: Act,
    progress: (Int, Int) -> Void
  ) async throws -> [Submitted] {
    let taking = try await openTaking(of: learner)
    return try await concurrently(exercises, jobs: jobs, until: halt) { exercise in
      try await handIn(
        exercise, from: folder, in: taking, at: desk, again: again, until: halt, as: act)
    } finished: {
      progress($0, exercises.count)
    }.compactMap(\.self)
  }

  /// Takes in one exercise, grades it unless the record answers, and keeps the result.
  ///
  /// - Throws: Besides other errors `CancellationError` if the grading was abandoned; then no result is recorded.
  func handIn(
    _ exercise: Scheme.Exercise, from folder: LearnerFolder, in taking: Taking,
    at desk: GradingDesk, again: Bool, until halt: Halt, as act: Act
  ) async throws -> Submitted {
    let files: [SourceFile]
    switch course.intake(of: exercise, from: folder) {
    case .nothing(let reason):
      return Submitted(
        exercise: exercise.name, outcome: .notAccepted(.notHandedIn(reason: reason)))
    case .refused(let reasons):
      return Submitted(
        exercise: exercise.name, outcome: .notAccepted(.refused(reasons: reasons)))
    case .accepted(let accepted): files = accepted
    }
    let digest = SourceFile.digest(of: files).description
    let known = taking.enrolment.submission(digest, of: exercise.name)
    if !again, let result = known?.answer(under: desk.circumstances) {
      // An older one that comes again is the last one now.
      if taking.enrolment.submissions.last(where: { $0.exercise == exercise.name }) != known {
        try await receive(digest, of: exercise.name, in: taking.id, as: act)
      }
      return Submitted(exercise: exercise.name, outcome: .answered(result))
    }
    // First, so that a machine that cannot grade takes nothing in.
    try await desk.getReady()
    try await send(
      SubmissionEvent.Stored(
        exercise: exercise.name,
        // Intake takes no two files whose paths are equal.
        files: Dictionary(
          files.map { ($0.path, $0.content.base64EncodedString()) },
          uniquingKeysWith: { first, _ in first })),
      as: act, "store", to: StoredSubmission.stream(exercise.name, digest),
      under: StoredSubmission())
    try await receive(digest, of: exercise.name, in: taking.id, as: act)
    let result = try await desk.grade(files, of: exercise)
    if halt.isAbandoned { throw CancellationError() }
    return try await keep(
      result, digest: digest, of: taking.id, under: desk.circumstances, as: act)
  }

  /// Notes the arrival of a submission whose files are stored.
  private func receive(
    _ digest: String, of exercise: String, in taking: TakingID, as act: Act
  ) async throws {
    try await send(
      .receive(exercise: exercise, submission: digest), as: act,
      "receive-\(exercise)-\(digest)", to: taking.enrolment, under: Enrolment())
  }

  /// Records what came of grading a submission.
  private func keep(
    _ result: ExerciseResult, digest: String, of taking: TakingID,
    under circumstances: Circumstances, as act: Act
  ) async throws -> Submitted {
    let step = "grade-\(result.exercise)-\(digest)"
    let shown = result.shown(under: course.scheme.feedback)
    guard !result.hasGraderFault else {
      let reason = result.graderFaultReason
      try await send(
        .fail(exercise: result.exercise, submission: digest, reason: reason), as: act, step,
        to: taking.enrolment, under: Enrolment())
      return Submitted(exercise: result.exercise, outcome: .pending(shown, reason: reason))
    }
    let record = SubmissionResult(result, submission: digest, under: circumstances)
    try await send(.record(record), as: act, step, to: taking.enrolment, under: Enrolment())
    return Submitted(exercise: result.exercise, outcome: .graded(record, shown))
  }

  /// What grading a recorded submission again would change.
  package struct Regrading: Sendable {
    /// The taking.
    package let taking: TakingID
    /// The exercise.
    package let exercise: String
    /// The SHA-256 digest of the submission's files.
    package let submission: String
    /// The result so far, if there is one.
    package let before: SubmissionResult?
    /// The result now; `nil` if grading broke, which changes nothing.
    package let after: SubmissionResult?
    /// Why grading broke, if it did.
    package let failure: String?

    /// Whether the score differs.
    package var changesScore: Bool { after.map { $0.score != before?.score } ?? false }
  }

  /// Grades the recorded submissions of some learners again, from the files in the gradebook.
  ///
  /// **Always grades**, also what the record could answer. **Each result is recorded as soon as it is there.**
  ///
  /// - Parameters:
  ///   - learners: The learners, whose last takings are graded; closed ones are passed over.
  ///   - exercises: The exercises to grade.
  ///   - desk: Where they are graded.
  ///   - apply: Whether to record the results; else nothing is changed.
  ///   - jobs: How many submissions are graded at once.
  ///   - halt: Says when no further one is to be begun.
  ///   - act: Whose act it is.
  ///   - progress: Told after each submission how many are done, and of how many.
  /// - Returns: What came of each submission; of fewer after a halt.
  package func regrade(
    _ learners: [String], exercises: [Scheme.Exercise], at desk: GradingDesk, apply: Bool,
    jobs: Int, until halt: Halt = Halt(), as act: Act, progress: (Int, Int) -> Void
  ) async throws -> [Regrading] {
    var work: [(taking: TakingID, exercise: Scheme.Exercise, EnrolmentState.Submission)] = []
    for learner in learners {
      let taking = try await existingTaking(of: learner)
      guard taking.enrolment.isOpen else { continue }
      for exercise in exercises {
        for submission in taking.enrolment.submissions where submission.exercise == exercise.name {
          work.append((taking.id, exercise, submission))
        }
      }
    }
    let count = work.count
    return try await concurrently(work, jobs: jobs, until: halt) { taking, exercise, submission in
      let result = try await desk.grade(try await files(of: submission), of: exercise)
      if halt.isAbandoned { throw CancellationError() }
      let record = SubmissionResult(
        result, submission: submission.digest, under: desk.circumstances)
      if apply {
        _ = try await keep(
          result, digest: submission.digest, of: taking, under: desk.circumstances, as: act)
      }
      let isBroken = result.hasGraderFault
      return Regrading(
        taking: taking, exercise: submission.exercise, submission: submission.digest,
        before: submission.result, after: isBroken ? nil : record,
        failure: isBroken ? result.graderFaultReason : nil)
    } finished: {
      progress($0, count)
    }.compactMap(\.self)
  }

  /// The files of a recorded submission.
  private func files(
    of submission: EnrolmentState.Submission
  ) async throws -> [SourceFile] {
    let stream = StoredSubmission.stream(submission.exercise, submission.digest)
    let files = try await state(of: stream, under: StoredSubmission())?.files ?? [:]
    let sources = files.sorted { $0.key < $1.key }.compactMap { path, content in
      Data(base64Encoded: content).map { SourceFile(path: path, content: $0) }
    }
    let digest = SourceFile.digest(of: sources).description
    guard digest == submission.digest else {
      throw RegistrarError(
        .gradebook,
        "The files of submission \(submission.digest.prefix(12)) are not what was handed in.",
        remedy: .examineGradebook)
    }
    return sources
  }
}

extension EnrolmentState.Submission {
  /// The recorded result, if grading it again under some circumstances would give the same.
  ///
  /// **Any difference counts**: isolation, `grading.json`, toolchain and provided modules, the code of the suites. So does
  /// that the last grading broke.
  func answer(under circumstances: Circumstances) -> SubmissionResult? {
    guard let result, failure == nil, result.submission == digest,
      result.isolation.level == circumstances.isolation,
      result.scheme == circumstances.scheme.description,
      result.runtime == circumstances.runtime.description,
      result.suite == circumstances.suite(of: exercise).description
    else { return nil }
    return result
  }
}

extension SubmissionResult {
  /// What is recorded of a result.
  fileprivate init(
    _ result: ExerciseResult, submission: String, under circumstances: Circumstances
  ) {
    var notRun: [String] = []
    switch result.outcome {
    case .notBuilt(let diagnostics): notRun = diagnostics
    case .refused(let reasons): notRun = reasons
    case .notHandedIn(let reason): notRun = [reason]
    case .graded, .graderFault: break
    }
    self.init(
      exercise: result.exercise, submission: submission, earned: result.earned,
      points: result.points,
      verdicts: Dictionary(
        result.behaviours.map { ($0.behaviour.id, $0.verdict.name) },
        uniquingKeysWith: { first, _ in first }),
      notRun: notRun, isolation: IsolationOnRecord(circumstances.isolation),
      scheme: circumstances.scheme.description, runtime: circumstances.runtime.description,
      suite: circumstances.suite(of: result.exercise).description,
      details: Dictionary(
        result.behaviours.compactMap { result in
          BehaviourDetails(result).map { (result.behaviour.id, $0) }
        }, uniquingKeysWith: { first, _ in first }))
  }
}

extension ExerciseResult {
  /// Why grading broke, if it did.
  fileprivate var graderFaultReason: String {
    if case .graderFault(let reason) = outcome { return reason }
    for behaviour in behaviours {
      if case .graderFault(let reason) = behaviour.verdict { return reason }
    }
    return ""
  }
}
