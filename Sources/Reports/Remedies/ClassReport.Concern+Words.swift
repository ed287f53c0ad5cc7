import Gradebook

extension ClassReport.Concern {
  /// What is on record about it, or else what to do at the command line.
  var words: String {
    guard detail.isEmpty else { return detail }
    return switch kind {
    case .sittingOverdue: "Finish it with `grader exam finish`."
    case .gradingBroke, .notGraded, .weakIsolation, .sittingTakenBack: ""
    }
  }
}
