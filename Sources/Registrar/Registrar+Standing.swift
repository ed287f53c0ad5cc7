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
    var taking = try await existingTaking(of: learner)
    if let number, number != taking.id.number {
      guard let other = try await self.taking(TakingID(learner: learner, number: number)) else {
        throw RegistrarError(
          .input,
          "\(learner) has taken the course \(taking.id.number) times; there is no taking \(number)."
        )
      }
      taking = other
    }
    let sitting = try await state(of: taking.id.sitting, under: Sitting())
    return try Standing(taking.opened, enrolment: taking.enrolment, sitting: sitting)
  }
}
