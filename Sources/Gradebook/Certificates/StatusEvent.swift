package import EventSourcing

/// What can have happened to the status list: a place in it was given.
package enum StatusEvent: Hashable, Codable, Sendable {
  /// A place was given.
  case allotted(Allotted)

  /// A place that was given.
  package struct Allotted: Hashable, Codable, Sendable {
    /// The taking whose certificate has it.
    package var taking: TakingID
    /// The place, from 0.
    package var index: Int
    /// When.
    package var at: Timestamp
  }
}

extension StatusEvent: GradebookEvent {
  /// The name under which the event is stored.
  package static let types: Set = ["status.allotted"]

  /// The stable name.
  package var type: String { "status.allotted" }

  /// What is stored.
  package var content: any Encodable & Sendable {
    switch self {
    case .allotted(let event): event
    }
  }

  /// Reads what is stored.
  package init(type: String, content: StoredContent) throws {
    self = .allotted(try content.read())
  }
}
