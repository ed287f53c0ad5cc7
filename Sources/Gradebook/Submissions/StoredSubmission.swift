package import EventSourcing

/// The rule of a submission's files: what is stored under a digest is stored once and never changes.
///
/// The stream's name holds the digest, so the same files take up room once, whoever sends them.
package struct StoredSubmission: Decider {
  /// Creates the rule.
  package init() {}

  /// What is asked: that the files be stored.
  package typealias Command = SubmissionEvent.Stored

  /// Why it is refused.
  package enum Rejection: GradebookRejection, Hashable, Codable {
    /// Other files are stored under the digest, which cannot be.
    case otherFilesStored

    /// What is refused, in a sentence.
    package var description: String { "Other files are stored under the digest of these." }

    /// To examine the gradebook: a digest stands for one set of files.
    package var remedy: Remedy? { .examineGradebook }
  }

  /// The stream of an exercise's files with a digest.
  package static func stream(_ exercise: String, _ digest: String) -> StreamID {
    "submission-\(exercise)-\(digest)"
  }

  /// Nothing is stored.
  package var initialState: SubmissionEvent.Stored? { nil }

  /// Stores the files unless the same are there.
  package func decide(
    _ command: SubmissionEvent.Stored, in state: SubmissionEvent.Stored?, context: DecisionContext
  ) throws(Rejection) -> [SubmissionEvent] {
    guard let state else { return [.stored(command)] }
    guard state == command else { throw .otherFilesStored }
    return []
  }

  /// The files that were stored first.
  package func evolve(
    _ state: SubmissionEvent.Stored?, _ event: SubmissionEvent
  ) -> SubmissionEvent.Stored? {
    switch event {
    case .stored(let stored): state ?? stored
    }
  }

  /// Whether there is nothing more to come.
  package func isTerminal(_ state: SubmissionEvent.Stored?) -> Bool { state != nil }
}
