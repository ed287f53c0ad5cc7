package import Assessment
import EventSourcing
import Foundation
package import Gradebook
package import Grading
import Sandbox

extension Registrar {
  /// What became of one exercise that was handed in.
  package struct Submitted: Sendable {
    /// How it was graded, as the learner may see it.
    package let result: ExerciseResult
    /// What became of it in the gradebook.
    package let record: Record

    /// What became of it in the gradebook.
    package enum Record: Hashable, Sendable {
      /// There was nothing that could be kept.
      case nothing
      /// It is recorded with a result.
      case graded(SubmissionResult)
      /// It had been graded before under the same circumstances; the record answers.
      case known(SubmissionResult)
      /// It is recorded without a result, since grading it broke; `grader regrade` tries again.
      case pending
    }
  }

  /// Takes in a learner's exercises, grades them and keeps the results.
  ///
  /// **The files are stored before they are graded**, so nothing that was handed in is lost, whatever breaks.
  ///
  /// - Parameters:
  ///   - folder: The learner's folder.
  ///   - learner: The learner.
  ///   - exercises: The exercises to look at.
  ///   - grader: What grades.
  ///   - progress: Told of each exercise when it is done.
  /// - Returns: One result per exercise, in their order.
  package func submit(
    _ folder: LearnerFolder, of learner: String, exercises: [Scheme.Exercise],
    with grader: ExerciseGrader, progress: @Sendable (Int) -> Void
  ) async throws -> [Submitted] {
    let taking = try await openTaking(of: learner)
    var submitted: [Submitted] = []
    for exercise in exercises {
      submitted.append(try await submit(folder, exercise, of: taking, with: grader))
      progress(submitted.count)
    }
    return submitted
  }

  /// Takes in one exercise.
  private func submit(
    _ folder: LearnerFolder, _ exercise: Scheme.Exercise, of taking: Taking,
    with grader: ExerciseGrader
  ) async throws -> Submitted {
    let files: [SourceFile]
    switch grader.intake(of: exercise, from: folder) {
    case .accepted(let accepted): files = accepted
    case .notAccepted(let result): return Submitted(result: result, record: .nothing)
    }
    let digest = Digest(ofNamed: files.map { ($0.path, $0.content) }).description
    try await send(
      SubmissionEvent.Stored(
        exercise: exercise.name,
        files: Dictionary(
          uniqueKeysWithValues: files.map { ($0.path, $0.content.base64EncodedString()) })),
      to: StoredSubmission.stream(exercise.name, digest), under: StoredSubmission())
    let received = try await send(
      .receive(exercise: exercise.name, submission: digest), to: taking.id.enrolment,
      under: Enrolment())
    let result = grader.grade(files, of: exercise)
    return try await keep(
      result, digest: digest, of: taking.id, before: received.state, under: grader)
  }

  /// Records what came of grading a submission.
  private func keep(
    _ result: ExerciseResult, digest: String, of taking: TakingID, before: EnrolmentState,
    under grader: ExerciseGrader
  ) async throws -> Submitted {
    let shown = result.shown(under: course.scheme.feedback)
    guard !result.hasGraderFault else {
      try await send(
        .fail(exercise: result.exercise, submission: digest, reason: result.graderFaultReason),
        to: taking.enrolment, under: Enrolment())
      return Submitted(result: shown, record: .pending)
    }
    let record = SubmissionResult(
      result, submission: digest, isolation: grader.isolation.rawValue,
      scheme: course.schemeDigest.description, runtime: grader.runtimeDigest.description,
      suite: grader.suiteDigest(of: result.exercise).description)
    let known = before.submission(digest, of: result.exercise)?.result
    try await send(.record(record), to: taking.enrolment, under: Enrolment())
    return Submitted(result: shown, record: known == record ? .known(record) : .graded(record))
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
  /// - Parameters:
  ///   - learners: The learners, whose last takings are graded; closed ones are passed over.
  ///   - exercises: The exercises to grade.
  ///   - grader: What grades.
  ///   - apply: Whether to record the results; else nothing is changed.
  ///   - progress: Told after each submission how many are done.
  package func regrade(
    _ learners: [String], exercises: [Scheme.Exercise], with grader: ExerciseGrader, apply: Bool,
    progress: @Sendable (Int) -> Void
  ) async throws -> [Regrading] {
    var regradings: [Regrading] = []
    for learner in learners {
      let taking = try await existingTaking(of: learner)
      guard taking.enrolment.isOpen else { continue }
      for exercise in exercises {
        for submission in taking.enrolment.submissions where submission.exercise == exercise.name {
          let files = try await files(of: submission)
          let result = grader.grade(files, of: exercise)
          var after: SubmissionResult?
          if !result.hasGraderFault {
            after = SubmissionResult(
              result, submission: submission.digest, isolation: grader.isolation.rawValue,
              scheme: course.schemeDigest.description, runtime: grader.runtimeDigest.description,
              suite: grader.suiteDigest(of: exercise.name).description)
          }
          if apply {
            _ = try await keep(
              result, digest: submission.digest, of: taking.id, before: taking.enrolment,
              under: grader)
          }
          regradings.append(
            Regrading(
              taking: taking.id, exercise: exercise.name, submission: submission.digest,
              before: submission.result, after: after,
              failure: after == nil ? result.graderFaultReason : nil))
          progress(regradings.count)
        }
      }
    }
    return regradings
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
    let digest = Digest(ofNamed: sources.map { ($0.path, $0.content) }).description
    guard digest == submission.digest else {
      throw RegistrarError(
        .gradebook,
        "The files of submission \(submission.digest.prefix(12)) are not what was handed in. Check "
          + "the gradebook with `grader gradebook verify`.")
    }
    return sources
  }
}

extension SubmissionResult {
  /// What is recorded of a result.
  fileprivate init(
    _ result: ExerciseResult, submission: String, isolation: String, scheme: String,
    runtime: String, suite: String
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
      notRun: notRun, isolation: isolation, scheme: scheme, runtime: runtime, suite: suite)
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
