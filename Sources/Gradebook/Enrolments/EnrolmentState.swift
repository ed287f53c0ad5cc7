package import EventSourcing
package import Grading

/// What is known of one taking of the course, besides the final exam.
package struct EnrolmentState: Hashable, Codable, Sendable {
  /// How it began; `nil` before.
  package internal(set) var opened: EnrolmentEvent.Opened?
  /// The tries at review questions.
  package internal(set) var review: [QuestionID: Tries] = [:]
  /// The submissions, in the order of their last arrival.
  package internal(set) var submissions: [Submission] = []
  /// How it ended; `nil` before.
  package internal(set) var closed: EnrolmentEvent.Closed?
  /// The latest moment that is recorded.
  package internal(set) var lastAt: Timestamp = 0

  /// One submission.
  package struct Submission: Hashable, Codable, Sendable {
    /// The exercise.
    package var exercise: String
    /// The SHA-256 digest of its files.
    package var digest: String
    /// When it arrived last.
    package var receivedAt: Timestamp
    /// The result that counts for it: that of the last grading which did not break.
    package var result: SubmissionResult?
    /// When it was graded so.
    package var gradedAt: Timestamp?
    /// Why the last grading broke, if it did.
    package var failure: String?
  }

  /// The submission of an exercise with a digest.
  package func submission(_ digest: String, of exercise: String) -> Submission? {
    submissions.first { $0.digest == digest && $0.exercise == exercise }
  }

  /// Whether answers and submissions are taken.
  package var isOpen: Bool { opened != nil && closed == nil }
}
