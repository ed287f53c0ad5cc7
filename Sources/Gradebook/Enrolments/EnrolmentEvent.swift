package import EventSourcing
package import Grading

/// What can have happened in one taking of the course, besides the final exam.
package enum EnrolmentEvent: Hashable, Codable, Sendable {
  /// The taking began.
  case opened(Opened)
  /// A review question was answered.
  case reviewAnswered(ReviewAnswered)
  /// A submission arrived; its files are stored under its digest.
  case submissionReceived(SubmissionReceived)
  /// A submission was graded, for the first time or again.
  case submissionGraded(SubmissionGraded)
  /// Grading a submission broke for a reason that is not the learner's; its mark stays as it was.
  case gradingFailed(GradingFailed)
  /// The taking ended; nothing in it counts any more but what had happened before.
  case closed(Closed)

  /// How a taking began.
  package struct Opened: Hashable, Codable, Sendable {
    /// The taking.
    package var taking: TakingID
    /// The learner's full name, as a certificate shows it.
    package var name: String
    /// The learner's address, if known.
    package var email: String?
    /// The content of `grading.json` that this taking is marked under, whatever becomes of the file.
    package var scheme: JSONValue
    /// The SHA-256 digest of that file.
    package var schemeDigest: String
    /// The review questions of this taking.
    package var reviewQuestions: [QuestionID]
    /// When it began.
    package var at: Timestamp

    /// Sets every property.
    package init(
      taking: TakingID, name: String, email: String?, scheme: JSONValue, schemeDigest: String,
      reviewQuestions: [QuestionID], at: Timestamp
    ) {
      self.taking = taking
      self.name = name
      self.email = email
      self.scheme = scheme
      self.schemeDigest = schemeDigest
      self.reviewQuestions = reviewQuestions
      self.at = at
    }
  }

  /// One try at a review question.
  package struct ReviewAnswered: Hashable, Codable, Sendable {
    /// The question.
    package var question: QuestionID
    /// The SHA-256 digest of the question with its key, as they were then.
    package var itemDigest: String
    /// The number of the try, from 1.
    package var number: Int
    /// What was answered, and what it was worth.
    package var attempt: Tries.Try
    /// When.
    package var at: Timestamp
  }

  /// A submission that arrived.
  package struct SubmissionReceived: Hashable, Codable, Sendable {
    /// The exercise.
    package var exercise: String
    /// The SHA-256 digest of its files.
    package var submission: String
    /// When.
    package var at: Timestamp
  }

  /// The result of a submission.
  package struct SubmissionGraded: Hashable, Codable, Sendable {
    /// The result.
    package var result: SubmissionResult
    /// Whether the submission had been graded before.
    package var isAgain: Bool
    /// When.
    package var at: Timestamp
  }

  /// A grading that broke.
  package struct GradingFailed: Hashable, Codable, Sendable {
    /// The exercise.
    package var exercise: String
    /// The SHA-256 digest of the submission's files.
    package var submission: String
    /// What broke.
    package var reason: String
    /// When.
    package var at: Timestamp
  }

  /// How a taking ended.
  package struct Closed: Hashable, Codable, Sendable {
    /// Why, in words.
    package var reason: String
    /// When.
    package var at: Timestamp
  }

  /// When it happened.
  package var at: Timestamp {
    switch self {
    case .opened(let event): event.at
    case .reviewAnswered(let event): event.at
    case .submissionReceived(let event): event.at
    case .submissionGraded(let event): event.at
    case .gradingFailed(let event): event.at
    case .closed(let event): event.at
    }
  }
}

extension EnrolmentEvent: GradebookEvent {
  /// The names under which these events are stored.
  package enum Name: String, CaseIterable, Sendable {
    case opened = "enrolment.opened"
    case reviewAnswered = "review.answered"
    case submissionReceived = "submission.received"
    case submissionGraded = "submission.graded"
    case gradingFailed = "submission.grading-failed"
    case closed = "enrolment.closed"
  }

  /// None: no event of this kind has had another schema.
  package static let upcasters: [any Upcaster] = []

  /// The name, and what is stored under it.
  package var storedForm: (name: Name, content: any Encodable & Sendable) {
    switch self {
    case .opened(let event): (.opened, event)
    case .reviewAnswered(let event): (.reviewAnswered, event)
    case .submissionReceived(let event): (.submissionReceived, event)
    case .submissionGraded(let event): (.submissionGraded, event)
    case .gradingFailed(let event): (.gradingFailed, event)
    case .closed(let event): (.closed, event)
    }
  }

  /// Reads what is stored under a name.
  package init(_ name: Name, from content: StoredContent) throws {
    self =
      switch name {
      case .opened: .opened(try content.read())
      case .reviewAnswered: .reviewAnswered(try content.read())
      case .submissionReceived: .submissionReceived(try content.read())
      case .submissionGraded: .submissionGraded(try content.read())
      case .gradingFailed: .gradingFailed(try content.read())
      case .closed: .closed(try content.read())
      }
  }
}
