package import Grading
import Synchronization

/// Where submissions are graded, which gets ready for it only when something must be graded.
///
/// What a result would depend on is known at once. Compiling the provided modules, proving the jail and asking the suites
/// for their behaviours takes longer than looking into a record, which may have the answer.
package final class GradingDesk: Sendable {
  /// Grades the files of an exercise.
  package typealias Grade = @Sendable ([SourceFile], Scheme.Exercise) -> ExerciseResult

  /// What results depend on.
  package let circumstances: Circumstances
  private let prepare: @Sendable () throws -> Grade
  private let prepared = Mutex<Result<Grade, any Error>?>(nil)

  /// Opens the desk.
  ///
  /// - Parameters:
  ///   - circumstances: What results depend on.
  ///   - prepare: Gets ready for grading; called at most once.
  package init(
    under circumstances: Circumstances, preparing prepare: @escaping @Sendable () throws -> Grade
  ) {
    self.circumstances = circumstances
    self.prepare = prepare
  }

  /// Gets ready, if nobody has asked before.
  ///
  /// - Throws: What keeps this machine from grading, each time.
  package func getReady() async throws {
    _ = try await onThreadOfItsOwn { try self.readyGrade() }
  }

  /// Grades the files of an exercise.
  package func grade(
    _ files: [SourceFile], of exercise: Scheme.Exercise
  ) async throws -> ExerciseResult {
    try await onThreadOfItsOwn { try self.readyGrade()(files, exercise) }
  }

  /// What grades; whoever comes while another gets ready waits for it.
  private func readyGrade() throws -> Grade {
    try prepared.withLock { prepared in
      let result = prepared ?? Result { try prepare() }
      prepared = result
      return result
    }.get()
  }
}
