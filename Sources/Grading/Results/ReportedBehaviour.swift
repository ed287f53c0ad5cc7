/// One behaviour of a submission as reports show it, whether it was graded just now or is read from a record.
///
/// **It holds what its reader may see and nothing else**: what a policy hides is gone before a report is made.
package struct ReportedBehaviour: Hashable, Sendable {
  /// The behaviour's name within its exercise.
  package var id: String
  /// The behaviour as its suite declares it; `nil` if the suite has none of that name any more.
  package var declaration: Behaviour?
  /// How it ended.
  package var verdict: Verdict.Kind
  /// What happened, in words, where the verdict does not say it all.
  package var happened: String?
  /// The last words of the learner's process, when it ended badly.
  package var lastWords: String?
  /// What the suite saw, where the reader may know.
  package var finding: Finding?

  /// Sets every property.
  package init(
    id: String, declaration: Behaviour?, verdict: Verdict.Kind, happened: String? = nil,
    lastWords: String? = nil, finding: Finding? = nil
  ) {
    self.id = id
    self.declaration = declaration
    self.verdict = verdict
    self.happened = happened
    self.lastWords = lastWords
    self.finding = finding
  }

  /// A result as it stands.
  package init(_ result: BehaviourResult) {
    self.init(
      id: result.behaviour.id, declaration: result.behaviour, verdict: result.verdict.kind,
      happened: result.verdict.detail, lastWords: result.lastWords, finding: result.finding)
  }

  /// The points that passing earns, if the suite still says so.
  package var points: Int? { declaration?.points }

  /// The points it earns, if the suite still says what it is worth.
  package var earned: Int? { verdict == .passed ? points : points.map { _ in 0 } }

  /// The misconception to look for, where a hint helps.
  package var hint: String? { verdict.isAboutSubmission ? declaration?.hint : nil }
}
