import Gradebook
package import Grading
package import Registrar

extension ClassSubmission {
  /// All that a person must look at: what was not taken in, and what could not be graded, with what to do about it at the
  /// command line.
  package var concerns: [Concern] {
    strangers.map { stranger in
      Concern(
        name: stranger.name, exercise: nil,
        reason: stranger.remedy?.completing(stranger.reason) ?? stranger.reason)
    }
      + entries.compactMap { entry in
        let reason: String? =
          switch entry.outcome {
          case .graded, .answered, .notHandedIn: nil
          case .refused(let reasons, let remedy):
            "It was refused. "
              + (remedy?.completing(reasons) ?? reasons).joined(separator: " ")
          case .pending(let reason):
            "It is kept, and grading it broke, which costs nothing. \(reason) `grader regrade "
              + "\(entry.learner) --apply` tries again."
          }
        return reason.map { Concern(name: entry.learner, exercise: entry.exercise, reason: $0) }
      }
  }
}
