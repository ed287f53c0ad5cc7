package import EventSourcing
package import Grading

/// What is known of the final exam of one taking.
package struct SittingState: Hashable, Codable, Sendable {
  /// The sitting that is under way or over; `nil` if none has started, or the last was taken back.
  package internal(set) var started: SittingEvent.Started?
  /// The tries at its questions.
  package internal(set) var tries: [QuestionID: Tries] = [:]
  /// How it ended; also of a taking that closed without a sitting.
  package internal(set) var finished: SittingEvent.Finished?
  /// The sittings that were taken back.
  package internal(set) var resets: [SittingEvent.Reset] = []
  /// The latest moment that is recorded.
  package internal(set) var lastAt: Timestamp = 0

  /// Where a sitting stands.
  package enum Phase: String, Hashable, Sendable {
    /// None has started.
    case notStarted
    /// Answers are taken.
    case underWay
    /// It is over for good.
    case over
  }

  /// Where the sitting stands, apart from its time limit.
  package var phase: Phase {
    finished != nil ? .over : started != nil ? .underWay : .notStarted
  }

  /// Whether the time is up at a moment.
  package func isTimeUp(at now: Timestamp) -> Bool {
    guard let endsAt = started?.endsAt else { return false }
    // A clock that was set back a little does not give time back.
    return max(now, lastAt) > endsAt
  }

  /// The number of the next sitting.
  var nextNumber: Int { resets.count + 1 }

  /// The share of the form that was earned so far: the mean of every question's best try.
  package var score: Rational {
    guard let form = started?.form, !form.entries.isEmpty else { return .zero }
    let sum = form.entries.reduce(Rational.zero) { sum, entry in
      sum + (tries[entry.item.question.id]?.best ?? .zero)
    }
    return sum / Rational(form.entries.count)
  }
}
