import Gradebook
import Grading

extension ReportedExercise {
  /// An exercise as the gradebook has it, with the sentences, points and hints of today's suite.
  ///
  /// **Learners see what was recorded of a behaviour only if its suite let them then and lets them now**, so that neither a
  /// behaviour that became closed nor one that took over the name of a closed one gives anything away.
  ///
  /// - Parameters:
  ///   - exercise: The exercise, with the result that counts.
  ///   - catalogue: What its suite declares; `nil` if this grader has no such suite.
  ///   - feedback: The policy of the course.
  init(
    _ exercise: Standing.Exercise, catalogue: Catalogue?, under feedback: Scheme.Feedback
  ) {
    let declared = catalogue?.behaviours ?? []
    guard let record = exercise.counted else {
      let outcome: ExerciseOutcome
      if let pending = exercise.pending.last {
        outcome = .graderFault(
          reason: pending.failure.map { "Grading it broke: \($0)" } ?? "It waits to be graded.")
      } else {
        outcome = .notHandedIn(reason: "There is no submission of it in the gradebook.")
      }
      let isPending = !exercise.pending.isEmpty
      self.init(
        name: exercise.name, weight: exercise.weight, outcome: outcome, earned: 0,
        points: catalogue?.points ?? 0, score: isPending ? nil : .zero,
        behaviours: declared.map {
          ReportedBehaviour(
            id: $0.id, declaration: $0, verdict: isPending ? .graderFault : .notRun)
        })
      return
    }
    let known = Set(declared.map(\.id))
    let lost = record.verdicts.keys.filter { !known.contains($0) }.sorted()
    self.init(
      name: exercise.name, weight: exercise.weight,
      outcome: record.notRun.isEmpty ? .graded : .notBuilt(diagnostics: record.notRun),
      earned: record.earned, points: record.points, score: record.score,
      behaviours: declared.map { .init($0, in: record, under: feedback) }
        + lost.map { .init(id: $0, declaration: nil, verdict: record.kind(of: $0)) },
      // The digest in the record would not do: it changes with every build of the grader.
      isOfEarlierSuite: Set(record.verdicts.keys) != known
        || record.points != declared.reduce(0) { $0 + $1.points })
  }
}

extension ReportedBehaviour {
  /// A declared behaviour with what was recorded of it, as far as learners may see it.
  fileprivate init(
    _ behaviour: Behaviour, in record: SubmissionResult, under feedback: Scheme.Feedback
  ) {
    let details = record.details?[behaviour.id]
    let isOpen = behaviour.isOpen && details?.isOpen == true
    self.init(
      id: behaviour.id, declaration: behaviour, verdict: record.kind(of: behaviour.id),
      happened: details?.happened, lastWords: details?.lastWords,
      finding: feedback.showsFinding(isOpen: isOpen) ? details?.finding : nil)
  }
}

extension SubmissionResult {
  /// The verdict of a behaviour: not run if there is none, and failed by a name that a later grader made up.
  fileprivate func kind(of behaviour: String) -> Verdict.Kind {
    guard let name = verdicts[behaviour] else { return .notRun }
    return Verdict.Kind(rawValue: name) ?? .failed
  }
}
