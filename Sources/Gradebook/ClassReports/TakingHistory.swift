package import EventSourcing

/// What one taking of the course has come to, folded from its events by the rules of enrolment and exam.
package struct TakingHistory: Hashable, Sendable {
  /// The state of its enrolment.
  package private(set) var enrolment = Enrolment().initialState
  /// The state of its final exam.
  package private(set) var sitting = Sitting().initialState
  /// When submissions arrived, in the order of the record; the same files may arrive more than once.
  package private(set) var arrivals: [Timestamp] = []

  /// Nothing has happened.
  package init() {}

  /// Goes on by one event.
  package mutating func apply(_ event: AnyGradebookEvent) {
    switch event {
    case .enrolment(let event):
      enrolment = Enrolment().evolve(enrolment, event)
      if case .submissionReceived(let received) = event { arrivals.append(received.at) }
    case .sitting(let event): sitting = Sitting().evolve(sitting, event)
    }
  }
}
