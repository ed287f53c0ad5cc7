import Gradebook

extension ClassReport.Concern {
  /// What is on record about it, and what to do at the command line where that is not plain.
  var words: String {
    switch kind {
    case .sittingOverdue: "Finish it with `grader exam finish`."
    case .gradingBroke, .notGraded, .weakIsolation, .sittingTakenBack: detail
    }
  }
}
