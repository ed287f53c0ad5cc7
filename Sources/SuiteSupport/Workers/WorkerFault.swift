package import Grading

/// How a worker broke: nothing a worker does is a grader fault, only a worker whose host is lost is.
package struct WorkerFault: Error, Hashable, Sendable {
  /// The verdict it leads to.
  package let verdict: Verdict
  /// The last line that the process wrote to standard error, if it trapped with a message.
  package let lastWords: String?

  /// Sets both parts.
  init(_ verdict: Verdict, lastWords: String? = nil) {
    self.verdict = verdict
    self.lastWords = lastWords
  }

  /// What happened, in place of what a call would have answered.
  package var description: String {
    switch verdict {
    case .crashed: "the process crashed"
    case .exited: "the process ended itself"
    case .timedOut: "no answer in time"
    case .outOfMemory: "the process ran out of memory"
    default: "the process broke the protocol"
    }
  }
}
