package import Assessment
import Digests
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
      /// It is recorded without a result, since grading it broke; `grader regrade --apply` tries again.
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
  ///   - jobs: How many exercises are graded at once.
  ///   - progress: Told after each graded exercise how many are done.
  /// - Returns: One result per exercise, in their order.
  package func submit(
    _ folder: LearnerFolder, of learner: String, exercises: [Scheme.Exercise],
    with grader: ExerciseGrader, jobs: Int, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> [Submitted] {
    let taking = try await openTaking(of: learner)
    var before = taking.enrolment
    var submitted: [String: Submitted] = [:]
    var work: [ExerciseGrader.Work] = []
    for exercise in exercises {
      switch grader.intake(of: exercise, from: folder) {
      case .notAccepted(let result):
        submitted[exercise.name] = Submitted(result: result, record: .nothing)
      case .accepted(let files):
        before = try await receive(files, of: exercise, in: taking.id)
        work.append(ExerciseGrader.Work(exercise: exercise, files: files))
      }
    }
    for (work, result) in zip(work, grader.grade(work, jobs: jobs, progress: progress)) {
      submitted[work.exercise.name] = try await keep(
        result, digest: work.digest.description, of: taking.id, before: before, under: grader)
    }
    return exercises.compactMap { submitted[$0.name] }
  }

  /// Stores the files of an exercise and notes their arrival.
  private func receive(
    _ files: [SourceFile], of exercise: Scheme.Exercise, in taking: TakingID
  ) async throws -> EnrolmentState {
    let digest = ExerciseGrader.Work(exercise: exercise, files: files).digest.description
    try await send(
      SubmissionEvent.Stored(
        exercise: exercise.name,
        files: Dictionary(
          uniqueKeysWithValues: files.map { ($0.path, $0.content.base64EncodedString()) })),
      to: StoredSubmission.stream(exercise.name, digest), under: StoredSubmission())
    return try await send(
      .receive(exercise: exercise.name, submission: digest), to: taking.enrolment,
      under: Enrolment()
    ).state
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
    let record = record(of: result, digest: digest, under: grader)
    let known = before.submission(digest, of: result.exercise)?.result
    try await send(.record(record), to: taking.enrolment, under: Enrolment())
    return Submitted(
      result: shown,
      record: known?.hasSameOutcome(as: record) == true ? .known(record) : .graded(record))
  }

  /// What is recorded of a result.
  private func record(
    of result: ExerciseResult, digest: String, under grader: ExerciseGrader
  ) -> SubmissionResult {
    SubmissionResult(
      result, submission: digest, isolation: grader.isolation.rawValue,
      scheme: course.schemeDigest.description, runtime: grader.runtimeDigest.description,
      suite: grader.suiteDigest(of: result.exercise).description)
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
  ///   - jobs: How many submissions are graded at once.
  ///   - progress: Told after each submission how many are done.
  package func regrade(
    _ learners: [String], exercises: [Scheme.Exercise], with grader: ExerciseGrader, apply: Bool,
    jobs: Int, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> [Regrading] {
    var subjects: [(taking: Taking, submission: EnrolmentState.Submission)] = []
    var work: [ExerciseGrader.Work] = []
    for learner in learners {
      let taking = try await existingTaking(of: learner)
      guard taking.enrolment.isOpen else { continue }
      for exercise in exercises {
        for submission in taking.enrolment.submissions where submission.exercise == exercise.name {
          subjects.append((taking, submission))
          work.append(
            ExerciseGrader.Work(exercise: exercise, files: try await files(of: submission)))
        }
      }
    }
    let results = grader.grade(work, jobs: jobs, progress: progress)
    var regradings: [Regrading] = []
    for ((taking, submission), result) in zip(subjects, results) {
      let after =
        result.hasGraderFault ? nil : record(of: result, digest: submission.digest, under: grader)
      if apply {
        _ = try await keep(
          result, digest: submission.digest, of: taking.id, before: taking.enrolment, under: grader)
      }
      regradings.append(
        Regrading(
          taking: taking.id, exercise: submission.exercise, submission: submission.digest,
          before: submission.result, after: after,
          failure: after == nil ? result.graderFaultReason : nil))
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
    let digest = SourceFile.digest(of: sources).description
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
      notRun: notRun, isolation: isolation, scheme: scheme, runtime: runtime, suite: suite,
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
