import Foundation
package import Grading

/// The matrix of one exercise: its suite's power to tell right from wrong.
package struct Audit: Hashable, Sendable {
  /// The exercise's name.
  package var exercise: String
  /// One row per subject.
  package var rows: [AuditRow]
  /// Behaviours that no mutant is made to be caught by, so that nothing shows they can fail alone.
  package var untried: [String]

  /// Whether every row holds.
  package var holds: Bool { rows.allSatisfy { $0.problem == nil } }
}

extension ExerciseGrader {
  /// Runs every solution of some exercises through the same path as a learner's.
  ///
  /// - Parameters:
  ///   - exercises: The exercises to audit.
  ///   - jobs: How many solutions are graded at once.
  ///   - progress: Told after each how many are done, and of how many.
  package func audit(
    _ exercises: [Scheme.Exercise], jobs: Int, progress: (Int, Int) -> Void
  ) async throws -> [Audit] {
    var work: [(exercise: String, catalogue: Catalogue, subject: AuditSubject)] = []
    for exercise in exercises {
      guard let catalogue = catalogues[exercise.name] else {
        preconditionFailure("every exercise of the scheme has a catalogue")
      }
      for subject in try AuditSubject.all(of: exercise, in: course) {
        work.append((exercise.name, catalogue, subject))
      }
    }
    let count = work.count
    let rows = try await concurrently(work, jobs: jobs) { item in
      switch item.subject.files {
      case .failure(let error): AuditRow(item.subject, unusable: error)
      case .success(let files):
        AuditRow(
          item.subject, try await onThreadOfItsOwn { grade(files, against: item.catalogue) })
      }
    } finished: {
      progress($0, count)
    }.compactMap(\.self)
    return exercises.map { exercise in
      let own = zip(work, rows).filter { $0.0.exercise == exercise.name }.map(\.1)
      let tried = Set(own.flatMap(\.caughtBy))
      let behaviours = catalogues[exercise.name]?.behaviours ?? []
      return Audit(
        exercise: exercise.name, rows: own,
        untried: behaviours.filter { !$0.isExample }.map(\.id).filter { !tried.contains($0) })
    }
  }
}
