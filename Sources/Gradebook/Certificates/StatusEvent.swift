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
  package enum Name: String, CaseIterable, Sendable {
    case allotted = "status.allotted"
  }

  /// None: no event of this kind has had another schema.
  package static let upcasters: [any Upcaster] = []

  /// The name, and what is stored under it.
  package var storedForm: (name: Name, content: any Encodable & Sendable) {
    switch self {
    case .allotted(let event): (.allotted, event)
    }
  }

  /// Reads what is stored under a name.
  package init(_ name: Name, from content: StoredContent) throws {
    self =
      switch name {
      case .allotted: .allotted(try content.read())
      }
  }
}
