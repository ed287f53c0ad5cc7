extension Verdict {
  /// What happened, in words for people, beyond the verdict's name; `nil` when the name says it all.
  package var detail: String? {
    switch self {
    case .passed, .failed, .notRun: nil
    case .crashed(let signal): "The process was ended by \(Self.signalName(signal))."
    case .exited(let status): "The process ended itself with status \(status)."
    case .timedOut: "No answer came within the limit of time."
    case .outOfMemory: "The process needed more memory than the limit."
    case .brokeProtocol(let what): "The process \(what)."
    case .graderFault(let reason): reason
    }
  }

  /// Whether the verdict is about the submission and not a pass, so that its hint helps.
  package var isAboutSubmission: Bool { kind.isAboutSubmission }

  /// A signal by number and, where learners are likely to meet it, by name and common cause.
  private static func signalName(_ signal: Int) -> String {
    switch signal {
    case 4, 5: "signal \(signal), a trap such as a failed precondition or an index out of range"
    case 6: "signal 6, an abort"
    case 9: "signal 9"
    case 11, 7: "signal \(signal), a bad memory access such as endless recursion"
    default: "signal \(signal)"
    }
  }
}
