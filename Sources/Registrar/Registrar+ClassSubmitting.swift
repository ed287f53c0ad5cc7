package import Assessment
import Gradebook
package import Grading

extension Registrar {
  /// Takes in the exercises of a whole class, grades them and keeps the results.
  ///
  /// **Every result is recorded as soon as it is there, and what is recorded is not graded again**, so that a class that
  /// was interrupted goes on when it is handed in once more. **One bad submission never stops a class**; a gradebook that
  /// cannot be written does.
  ///
  /// - Parameters:
  ///   - class: The entries of the class's folder; those that are named after an enrolled learner are taken in.
  ///   - exercises: The exercises to look at.
  ///   - desk: Where they are graded.
  ///   - again: Whether to grade what the record could answer too.
  ///   - jobs: How many exercises are graded at once.
  ///   - halt: Says when no further one is to be begun.
  ///   - act: Whose act it is.
  ///   - progress: Told after each exercise how many are done, and of how many.
  package func submit(
    class entries: [ClassEntry], exercises: [Scheme.Exercise], at desk: GradingDesk, again: Bool,
    jobs: Int, until halt: Halt, as act: Act, progress: (Int, Int) -> Void
  ) async throws -> ClassSubmission {
    var work: [(folder: LearnerFolder, exercise: Scheme.Exercise)] = []
    var strangers: [ClassSubmission.Stranger] = []
    for entry in entries {
      do {
        let folder = try entry.folder.get()
        try await check(named: entry.name)
        work += exercises.map { (folder, $0) }
      } catch let error as AssessmentError {
        strangers.append(.init(name: entry.name, reason: error.description, remedy: nil))
      } catch let error as RegistrarError where error.kind != .gradebook {
        strangers.append(
          .init(name: entry.name, reason: error.description, remedy: error.remedy))
      }
    }
    let count = work.count
    let entries = try await concurrently(work, jobs: jobs, until: halt) { folder, exercise in
      ClassSubmission.Entry(
        learner: folder.name, exercise: exercise.name,
        outcome: try await outcome(of: exercise, from: folder, at: desk, again, halt, act))
    } finished: {
      progress($0, count)
    }
    return ClassSubmission(
      entries: entries.compactMap(\.self), strangers: strangers, total: count)
  }

  /// Refuses a folder whose name is not that of a learner who may hand in.
  private func check(named name: String) async throws {
    let small = name.lowercased()
    guard TakingID.isLearnerName(name), let taking = try await lastTaking(of: name) else {
      var isKnown = false
      if small != name, TakingID.isLearnerName(small) {
        isKnown = try await lastTaking(of: small) != nil
      }
      throw isKnown
        ? RegistrarError(
          .input, "No learner has this name. Name the folder \(small), if it is that learner's.")
        : RegistrarError(.input, "No learner has this name.", remedy: .enrolOrRenameFolder)
    }
    try taking.checkIsOpen()
  }

  /// Hands in one exercise of a class and says in a few words what became of it.
  private func outcome(
    of exercise: Scheme.Exercise, from folder: LearnerFolder, at desk: GradingDesk, _ again: Bool,
    _ halt: Halt, _ act: Act
  ) async throws -> ClassSubmission.Outcome {
    do {
      let taking = try await openTaking(of: folder.name)
      let submitted = try await handIn(
        exercise, from: folder, in: taking, at: desk, again: again, until: halt, as: act)
      switch submitted.outcome {
      case .graded(let result, _): return .graded(.init(result))
      case .answered(let result): return .answered(.init(result))
      case .pending(_, let reason): return .pending(reason: reason)
      case .notAccepted(.notHandedIn(let reason)):
        let last = taking.enrolment.submissions.last { $0.exercise == exercise.name }
        return last.map { $0.result == nil } ?? false
          ? .pending(reason: "An earlier submission has no result yet.")
          : .notHandedIn(reason: reason)
      case .notAccepted(let outcome): return .refused(reasons: outcome.messages)
      }
    } catch let error as RegistrarError where error.kind == .refused {
      return .refused(reasons: [error.description], remedy: error.remedy)
    }
  }
}
