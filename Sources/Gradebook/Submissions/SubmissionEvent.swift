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
  package static let types: Set = ["submission.stored"]

  /// The stable name.
  package var type: String { "submission.stored" }

  /// What is stored.
  package var content: any Encodable & Sendable {
    switch self {
    case .stored(let event): event
    }
  }

  /// Reads what is stored.
  package init(type: String, content: StoredContent) throws {
    self = .stored(try content.read())
  }
}
