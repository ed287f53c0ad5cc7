package import EventSourcing

/// What can have happened to the files of a submission: they were stored.
package enum SubmissionEvent: Hashable, Codable, Sendable {
  /// The files were stored.
  case stored(Stored)

  /// The files of one exercise.
  package struct Stored: Hashable, Codable, Sendable {
    /// The exercise.
    package var exercise: String
    /// Every file by its path, base64 of its bytes.
    package var files: [String: String]

    /// Sets both parts.
    package init(exercise: String, files: [String: String]) {
      self.exercise = exercise
      self.files = files
    }
  }
}

extension SubmissionEvent: GradebookEvent {
  /// The name under which the event is stored.
  package enum Name: String, CaseIterable, Sendable {
    case stored = "submission.stored"
  }

  /// None: no event of this kind has had another schema.
  package static let upcasters: [any Upcaster] = []

  /// The name, and what is stored under it.
  package var storedForm: (name: Name, content: any Encodable & Sendable) {
    switch self {
    case .stored(let event): (.stored, event)
    }
  }

  /// Reads what is stored under a name.
  package init(_ name: Name, from content: StoredContent) throws {
    self =
      switch name {
      case .stored: .stored(try content.read())
      }
  }
}
