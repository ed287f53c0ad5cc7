package import EventSourcing
package import Grading

/// What can have happened in the final exam of one taking.
package enum SittingEvent: Hashable, Codable, Sendable {
  /// The sitting began, with the form it is held with.
  case started(Started)
  /// A question was answered.
  case answered(Answered)
  /// The sitting ended for good.
  case finished(Finished)
  /// A sitting that broke for a reason that is not the learner's was taken back; another one may start.
  case reset(Reset)

  /// How a sitting began.
  package struct Started: Hashable, Codable, Sendable {
    /// The number of the sitting; above 1 only after a reset.
    package var sitting: Int
    /// The questions with their keys.
    package var form: ExamForm
    /// When it ends at the latest, if there is a limit.
    package var endsAt: Timestamp?
    /// What is said of every question once the sitting is closed.
    package var afterClosing: String
    /// When.
    package var at: Timestamp
  }

  /// One try at a question.
  package struct Answered: Hashable, Codable, Sendable {
    /// The number of the sitting.
    package var sitting: Int
    /// The question.
    package var question: QuestionID
    /// The number of the try, from 1.
    package var number: Int
    /// What was answered, and what it was worth.
    package var attempt: Tries.Try
    /// When.
    package var at: Timestamp
  }

  /// How a sitting ended.
  package struct Finished: Hashable, Codable, Sendable {
    /// The number of the sitting.
    package var sitting: Int
    /// The share of the form that was earned.
    package var score: FractionText
    /// How many questions the form has.
    package var questions: Int
    /// When.
    package var at: Timestamp
  }

  /// Why a sitting was taken back.
  package struct Reset: Hashable, Codable, Sendable {
    /// The number of the sitting that no longer counts.
    package var sitting: Int
    /// Who decided.
    package var by: String
    /// Why.
    package var reason: String
    /// When.
    package var at: Timestamp
  }

  /// When it happened.
  package var at: Timestamp {
    switch self {
    case .started(let event): event.at
    case .answered(let event): event.at
    case .finished(let event): event.at
    case .reset(let event): event.at
    }
  }
}

extension SittingEvent: GradebookEvent {
  /// The names under which these events are stored.
  package enum Name: String, CaseIterable, Sendable {
    case started = "sitting.started"
    case answered = "sitting.answered"
    case finished = "sitting.finished"
    case reset = "sitting.reset"
  }

  /// None: no event of this kind has had another schema.
  package static let upcasters: [any Upcaster] = []

  /// The name, and what is stored under it.
  package var storedForm: (name: Name, content: any Encodable & Sendable) {
    switch self {
    case .started(let event): (.started, event)
    case .answered(let event): (.answered, event)
    case .finished(let event): (.finished, event)
    case .reset(let event): (.reset, event)
    }
  }

  /// Reads what is stored under a name.
  package init(_ name: Name, from content: StoredContent) throws {
    self =
      switch name {
      case .started: .started(try content.read())
      case .answered: .answered(try content.read())
      case .finished: .finished(try content.read())
      case .reset: .reset(try content.read())
      }
  }
}
