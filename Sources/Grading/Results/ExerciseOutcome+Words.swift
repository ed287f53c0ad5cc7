extension ExerciseOutcome {
  /// The outcome's stable name in machine-readable results.
  package var name: String {
    switch self {
    case .graded: "graded"
    case .notHandedIn: "notHandedIn"
    case .refused: "refused"
    case .notBuilt: "notBuilt"
    case .graderFault: "graderFault"
    }
  }

  /// Why nothing ran, one message each; empty when the suite ran.
  package var messages: [String] {
    switch self {
    case .graded: []
    case .notHandedIn(let reason), .graderFault(let reason): [reason]
    case .refused(let reasons): reasons
    case .notBuilt(let diagnostics): diagnostics
    }
  }
}
