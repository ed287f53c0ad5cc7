import Assessment
package import Gradebook
import Grading

extension Registrar {
  /// Where a taking stands, read from its events.
  ///
  /// - Parameters:
  ///   - learner: The learner.
  ///   - number: The number of the taking; the last one if `nil`.
  package func standing(of learner: String, number: Int? = nil) async throws -> Standing {
    try await standing(of: try await existingTaking(of: learner, number: number))
  }

  /// Where a taking stands.
  func standing(of taking: Taking) async throws -> Standing {
    let sitting = try await state(of: taking.id.sitting, under: Sitting())
    return try Standing(taking.opened, enrolment: taking.enrolment, sitting: sitting)
  }

  /// A taking of a learner who is enrolled.
  ///
  /// - Parameters:
  ///   - learner: The learner.
  ///   - number: The number of the taking; the last one if `nil`.
  func existingTaking(of learner: String, number: Int?) async throws -> Taking {
    let last = try await existingTaking(of: learner)
    guard let number, number != last.id.number else { return last }
    guard let taking = try await taking(TakingID(learner: learner, number: number)) else {
      throw RegistrarError(
        .input,
        "\(learner) has taken the course \(last.id.number) times; there is no taking \(number).")
    }
    return taking
  }
}
