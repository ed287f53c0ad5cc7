package import Assessment
package import Gradebook
package import Grading
package import Registrar

/// The use cases, each as an act of its own of somebody called "test": most tests are not about who acts, and act once.
extension Registrar {
  private var fresh: Act { newAct(by: "test") }

  package func enrol(
    _ learner: String, name: String?, email: String?
  ) async throws -> (taking: Taking, isNew: Bool) {
    try await enrol(learner, name: name, email: email, as: fresh)
  }

  package func close(_ learner: String, reason: String) async throws -> Standing {
    try await close(learner, reason: reason, as: fresh)
  }

  package func startExam(
    of learner: String
  ) async throws -> (sitting: ExamSitting, isNew: Bool) {
    try await startExam(of: learner, as: fresh)
  }

  package func answerExam(
    of learner: String, question: QuestionID, with text: String
  ) async throws -> (entry: ExamForm.Entry, feedback: AnswerFeedback, sitting: ExamSitting) {
    try await answerExam(of: learner, question: question, with: text, as: fresh)
  }

  package func finishExam(of learner: String) async throws -> ExamSitting {
    try await finishExam(of: learner, as: fresh)
  }

  package func resetExam(
    of learner: String, by: String, reason: String
  ) async throws -> ExamSitting {
    try await resetExam(of: learner, by: by, reason: reason, as: fresh)
  }

  package func answerReview(
    of learner: String, question: QuestionID, with text: String
  ) async throws -> Answered {
    try await answerReview(of: learner, question: question, with: text, as: fresh)
  }

  package func answerReviews(
    of learner: String, _ answers: [(question: QuestionID, text: String)]
  ) async throws -> [Answered] {
    try await answerReviews(of: learner, answers, as: fresh)
  }

  package func submit(
    _ folder: LearnerFolder, of learner: String, exercises: [Scheme.Exercise],
    at desk: GradingDesk, again: Bool = false, jobs: Int, until halt: Halt = Halt(),
    progress: (Int, Int) -> Void
  ) async throws -> [Submitted] {
    try await submit(
      folder, of: learner, exercises: exercises, at: desk, again: again, jobs: jobs, until: halt,
      as: fresh, progress: progress)
  }

  package func submit(
    class entries: [ClassEntry], exercises: [Scheme.Exercise], at desk: GradingDesk, again: Bool,
    jobs: Int, until halt: Halt, progress: (Int, Int) -> Void
  ) async throws -> ClassSubmission {
    try await submit(
      class: entries, exercises: exercises, at: desk, again: again, jobs: jobs, until: halt,
      as: fresh, progress: progress)
  }

  package func regrade(
    _ learners: [String], exercises: [Scheme.Exercise], at desk: GradingDesk, apply: Bool,
    jobs: Int, until halt: Halt = Halt(), progress: (Int, Int) -> Void
  ) async throws -> [Regrading] {
    try await regrade(
      learners, exercises: exercises, at: desk, apply: apply, jobs: jobs, until: halt, as: fresh,
      progress: progress)
  }

  package func revokeCertificate(
    of learner: String, number: Int? = nil, by: String, reason: String
  ) async throws -> IssuedCertificate {
    try await revokeCertificate(of: learner, number: number, by: by, reason: reason, as: fresh)
  }
}
