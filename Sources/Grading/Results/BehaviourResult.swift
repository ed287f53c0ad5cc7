/// One behaviour of one submission: what was asked and how it ended.
package struct BehaviourResult: Hashable, Codable, Sendable {
  /// The behaviour as its suite declares it.
  package var behaviour: Behaviour
  /// How it ended.
  package var verdict: Verdict
  /// What the suite saw, when a check failed.
  package var finding: Finding?
  /// The last words of the learner's process, when it ended badly: a trap's message, in one line.
  package var lastWords: String?

  /// Sets every property.
  package init(
    behaviour: Behaviour, verdict: Verdict, finding: Finding? = nil, lastWords: String? = nil
  ) {
    self.behaviour = behaviour
    self.verdict = verdict
    self.finding = finding
    self.lastWords = lastWords
  }

  /// The points it earns.
  package var earned: Int { verdict.isPassed ? behaviour.points : 0 }
}
