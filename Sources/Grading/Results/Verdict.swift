/// How one behaviour ended.
///
/// **Only ``passed`` earns points.** ``graderFault(_:)`` is the one verdict that is not about the submission: it costs
/// the learner nothing, and a result that holds one has no score.
package enum Verdict: Hashable, Codable, Sendable {
  /// Every check of the behaviour held.
  case passed
  /// A check did not hold.
  case failed
  /// A signal ended the learner's process: a trap, or memory it may not touch.
  case crashed(signal: Int)
  /// The learner's process ended itself in the middle of a call.
  case exited(status: Int)
  /// A call, or the whole behaviour, took longer than the limit.
  case timedOut
  /// The learner's process asked for more memory than the limit.
  case outOfMemory
  /// The learner's process wrote to the grader's pipe what no honest worker writes.
  case brokeProtocol(String)
  /// The behaviour was never reached.
  case notRun
  /// The grader or a suite broke; says nothing about the submission.
  case graderFault(String)

  /// Whether the behaviour earns its points.
  package var isPassed: Bool { self == .passed }

  /// Whether the verdict says nothing about the submission.
  package var isGraderFault: Bool {
    if case .graderFault = self { true } else { false }
  }

  /// The verdict's stable name in machine-readable results.
  package var name: String { kind.rawValue }

  /// The verdict without what belongs to this one case of it.
  package var kind: Kind {
    switch self {
    case .passed: .passed
    case .failed: .failed
    case .crashed: .crashed
    case .exited: .exited
    case .timedOut: .timedOut
    case .outOfMemory: .outOfMemory
    case .brokeProtocol: .brokeProtocol
    case .notRun: .notRun
    case .graderFault: .graderFault
    }
  }

  /// The kinds of verdicts, by their stable names.
  package enum Kind: String, CaseIterable, Hashable, Codable, Sendable {
    case passed, failed, crashed, exited, timedOut, outOfMemory, brokeProtocol, notRun, graderFault

    /// Whether the verdict is about the submission and not a pass, so that a hint helps.
    package var isAboutSubmission: Bool {
      switch self {
      case .passed, .notRun, .graderFault: false
      case .failed, .crashed, .exited, .timedOut, .outOfMemory, .brokeProtocol: true
      }
    }
  }
}
