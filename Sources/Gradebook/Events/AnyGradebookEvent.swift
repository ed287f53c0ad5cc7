package import EventSourcing

/// Any event that concerns a taking, for read models that follow them all.
package enum AnyGradebookEvent: Hashable, Codable, Sendable {
  /// One of an enrolment.
  case enrolment(EnrolmentEvent)
  /// One of a final exam.
  case sitting(SittingEvent)
}

extension AnyGradebookEvent: GradebookEvent {
  /// The names under which these events are stored.
  package enum Name: Hashable, Sendable {
    /// One of an enrolment.
    case enrolment(EnrolmentEvent.Name)
    /// One of a final exam.
    case sitting(SittingEvent.Name)
  }

  /// Those of either kind.
  package static var upcasters: [any Upcaster] {
    EnrolmentEvent.upcasters + SittingEvent.upcasters
  }

  /// The name, and what is stored under it.
  package var storedForm: (name: Name, content: any Encodable & Sendable) {
    switch self {
    case .enrolment(let event): (.enrolment(event.storedForm.name), event.storedForm.content)
    case .sitting(let event): (.sitting(event.storedForm.name), event.storedForm.content)
    }
  }

  /// Reads what is stored under a name.
  package init(_ name: Name, from content: StoredContent) throws {
    self =
      switch name {
      case .enrolment(let name): .enrolment(try EnrolmentEvent(name, from: content))
      case .sitting(let name): .sitting(try SittingEvent(name, from: content))
      }
  }
}

extension AnyGradebookEvent.Name: RawRepresentable, CaseIterable {
  /// The names of either kind.
  package static var allCases: [Self] {
    EnrolmentEvent.Name.allCases.map(Self.enrolment) + SittingEvent.Name.allCases.map(Self.sitting)
  }

  /// The name that is stored.
  package var rawValue: String {
    switch self {
    case .enrolment(let name): name.rawValue
    case .sitting(let name): name.rawValue
    }
  }

  /// The name of either kind that is stored so; `nil` if none is.
  package init?(rawValue: String) {
    if let name = EnrolmentEvent.Name(rawValue: rawValue) {
      self = .enrolment(name)
    } else if let name = SittingEvent.Name(rawValue: rawValue) {
      self = .sitting(name)
    } else {
      return nil
    }
  }
}
