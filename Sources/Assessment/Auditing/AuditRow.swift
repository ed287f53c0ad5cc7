package import Grading

/// One row of an audit's matrix: what came out for one subject, held against what must.
package struct AuditRow: Hashable, Sendable {
  /// What kind of solution it is.
  package var kind: AuditSubject.Kind
  /// Its name.
  package var name: String
  /// The points it earned.
  package var earned: Int
  /// All points of the exercise.
  package var points: Int
  /// The behaviours that did not pass, in report order.
  package var notPassed: [String]
  /// The behaviours that had to fail.
  package var caughtBy: [String]
  /// Why the row does not hold, or `nil` when it does.
  package var problem: String?

  /// Holds a result against the demand on its subject.
  package init(_ subject: AuditSubject, _ result: ExerciseResult) {
    kind = subject.kind
    name = subject.name
    earned = result.earned
    points = result.points
    notPassed = result.behaviours.filter { !$0.verdict.isPassed }.map(\.behaviour.id)
    caughtBy = if case .caught(let behaviours) = subject.demand { behaviours } else { [] }
    problem = Self.problem(subject, result, notPassed: notPassed)
  }

  /// A row for a subject that has no files.
  package init(_ subject: AuditSubject, unusable error: MutantError) {
    kind = subject.kind
    name = subject.name
    earned = 0
    points = 0
    notPassed = []
    caughtBy = []
    problem = error.description
  }

  /// What does not hold.
  private static func problem(
    _ subject: AuditSubject, _ result: ExerciseResult, notPassed: [String]
  ) -> String? {
    if result.hasGraderFault {
      let faults = result.behaviours.compactMap { behaviour in
        if case .graderFault(let reason) = behaviour.verdict { reason } else { nil as String? }
      }
      return "Grader fault: \(faults.first ?? "unknown")"
    }
    switch result.outcome {
    case .graded: break
    case .notBuilt(let diagnostics):
      return "Does not build: \(diagnostics.first ?? "no diagnostics")"
    case .refused(let reasons): return "Refused: \(reasons.joined(separator: " "))"
    case .notHandedIn(let reason), .graderFault(let reason): return reason
    }
    switch subject.demand {
    case .fullMarks:
      return notPassed.isEmpty ? nil : "Not passed: \(notPassed.joined(separator: ", "))"
    case .zero:
      let passed = result.behaviours.filter(\.verdict.isPassed).map(\.behaviour.id)
      return passed.isEmpty ? nil : "Passed: \(passed.joined(separator: ", "))"
    case .underHalf:
      return result.earned * 2 < result.points ? nil : "Earned half of the points or more."
    case .caught(let behaviours):
      let known = Set(result.behaviours.map(\.behaviour.id))
      let unknown = behaviours.filter { !known.contains($0) }
      if !unknown.isEmpty { return "Unknown behaviours: \(unknown.joined(separator: ", "))" }
      let missed = behaviours.filter { !notPassed.contains($0) }
      return missed.isEmpty ? nil : "Not caught by \(missed.joined(separator: ", "))"
    }
  }
}
