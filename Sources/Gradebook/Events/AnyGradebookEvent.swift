/// Any event that concerns a taking, for read models that follow them all.
package enum AnyGradebookEvent: Hashable, Codable, Sendable {
  /// One of an enrolment.
  case enrolment(EnrolmentEvent)
  /// One of a final exam.
  case sitting(SittingEvent)
}

extension AnyGradebookEvent: GradebookEvent {
  /// The names under which these events are stored.
  package static let types = EnrolmentEvent.types.union(SittingEvent.types)

  /// The stable name.
  package var type: String {
    switch self {
    case .enrolment(let event): event.type
    case .sitting(let event): event.type
    }
  }

  /// What is stored.
  package var content: any Encodable & Sendable {
    switch self {
    case .enrolment(let event): event.content
    case .sitting(let event): event.content
    }
  }

  /// Reads what is stored.
  package init(type: String, content: StoredContent) throws {
    self =
      EnrolmentEvent.types.contains(type)
      ? .enrolment(try EnrolmentEvent(type: type, content: content))
      : .sitting(try SittingEvent(type: type, content: content))
  }
}
