package import EventSourcing
import Grading

extension ClassReport {
  /// Something about one learner that a person has to look at.
  package struct Concern: Hashable, Sendable {
    /// The taking.
    package var taking: TakingID
    /// The learner's full name.
    package var name: String
    /// What it is.
    package var kind: Kind
    /// The exercise, if it is about one.
    package var exercise: String?
    /// What is on record about it, in words; empty where its kind says all.
    package var detail: String
    /// Since when.
    package var at: Timestamp

    /// What there is to look at.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
      /// Grading a submission broke for a reason that is not the learner's.
      case gradingBroke
      /// A submission has not been graded.
      case notGraded
      /// The result that counts was made under a weaker isolation than a certificate asks for.
      case weakIsolation
      /// A sitting of the exam was taken back.
      case sittingTakenBack
      /// The time of a sitting is up and it was not finished, so it adds nothing to the mark.
      case sittingOverdue
    }

    /// Sets every property.
    package init(
      taking: TakingID, name: String, kind: Kind, exercise: String?, detail: String, at: Timestamp
    ) {
      self.taking = taking
      self.name = name
      self.kind = kind
      self.exercise = exercise
      self.detail = detail
      self.at = at
    }

    /// Everything about one taking.
    ///
    /// - Parameters:
    ///   - standing: Where it stands.
    ///   - history: How it came there.
    ///   - now: The present moment.
    static func all(
      of standing: Standing, _ history: TakingHistory, at now: Timestamp
    ) -> [Concern] {
      func concern(
        _ kind: Kind, _ exercise: String? = nil, _ detail: String, _ at: Timestamp
      ) -> Concern {
        Concern(
          taking: standing.taking, name: standing.name, kind: kind, exercise: exercise,
          detail: detail, at: at)
      }
      var concerns: [Concern] = []
      for submission in history.enrolment.submissions {
        if let failure = submission.failure {
          concerns.append(
            concern(.gradingBroke, submission.exercise, failure, submission.receivedAt))
        } else if submission.result == nil {
          concerns.append(
            concern(
              .notGraded, submission.exercise, "Submission \(submission.digest.prefix(12)).",
              submission.receivedAt))
        }
      }
      for exercise in standing.weaklyIsolated {
        guard let counted = exercise.counted else { continue }
        let submission = history.enrolment.submission(counted.submission, of: exercise.name)
        concerns.append(
          concern(
            .weakIsolation, exercise.name,
            "Graded under “\(counted.isolation.rawValue)”, and "
              + "“\(standing.scheme.minimumIsolation.rawValue)” is asked for.",
            submission?.gradedAt ?? history.enrolment.lastAt))
      }
      for reset in standing.exam.resets {
        concerns.append(
          concern(
            .sittingTakenBack, nil, "Sitting \(reset.sitting), by \(reset.by): \(reset.reason)",
            reset.at))
      }
      if standing.exam.phase == .underWay, history.sitting.isTimeUp(at: now) {
        concerns.append(
          concern(
            .sittingOverdue, nil, "", standing.exam.endsAt ?? now))
      }
      return concerns
    }
  }
}
