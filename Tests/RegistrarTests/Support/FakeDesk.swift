import Assessment
import Digests
import Foundation
import Grading
import Registrar
import Sandbox
import Synchronization

/// A desk that grades without compiling anything, and counts how often it is asked.
final class FakeDesk: Sendable {
  private let state = Mutex(State())

  private struct State {
    var preparations = 0
    var gradings: [String] = []
  }

  /// The circumstances of ``desk(under:grading:)`` unless others are asked for.
  static let usual = Circumstances(
    isolation: .bubblewrap, scheme: digest("scheme"), runtime: digest("runtime"),
    code: digest("code"))

  /// How often somebody got ready for grading.
  var preparations: Int { state.withLock { $0.preparations } }
  /// The exercises that were graded, in the order in which they were begun.
  var gradings: [String] { state.withLock { $0.gradings } }

  /// The digest of a text.
  static func digest(_ text: String) -> Digest { Digest(of: Data(text.utf8)) }

  /// A desk that counts here.
  ///
  /// - Parameters:
  ///   - circumstances: What results depend on.
  ///   - grade: What comes of an exercise's files; if left out, what ``result(of:for:)`` says.
  func desk(
    under circumstances: Circumstances = usual,
    grading grade: @escaping @Sendable ([SourceFile], Scheme.Exercise) -> ExerciseResult = {
      FakeDesk.result(of: $0, for: $1)
    }
  ) -> GradingDesk {
    GradingDesk(under: circumstances) { [self] in
      state.withLock { $0.preparations += 1 }
      return { [self] files, exercise in
        state.withLock { $0.gradings.append(exercise.name) }
        return grade(files, exercise)
      }
    }
  }

  /// A result that depends on the files and on nothing else: some of nine points.
  static func result(of files: [SourceFile], for exercise: Scheme.Exercise) -> ExerciseResult {
    let earned = Int(SourceFile.digest(of: files).bytes[0]) % 10
    return result(for: exercise) { $0 < earned ? .passed : .failed }
  }

  /// A result in which grading broke.
  static func fault(for exercise: Scheme.Exercise) -> ExerciseResult {
    result(for: exercise) { _ in .graderFault("It broke.") }
  }

  /// A result with nine behaviours of a point each.
  private static func result(
    for exercise: Scheme.Exercise, _ verdict: (Int) -> Verdict
  ) -> ExerciseResult {
    let behaviours = (0..<9).map {
      Behaviour(id: "B\($0)", sentence: "It is.", points: 1, hint: "Look.", isOpen: true)
    }
    guard
      let catalogue = try? Catalogue(
        exercise: ExerciseSpecification(name: exercise.name, requires: [], services: ""),
        behaviours: behaviours)
    else { preconditionFailure("nine behaviours of different names are a catalogue") }
    return .graded(
      catalogue,
      behaviours.enumerated().map { BehaviourResult(behaviour: $1, verdict: verdict($0)) })
  }
}
