import Assessment
import Gradebook
package import Grading

extension Registrar {
  /// Everything a learner is told about a taking.
  ///
  /// - Parameters:
  ///   - learner: The learner.
  ///   - number: The number of the taking; the last one if `nil`.
  ///   - catalogues: What the suites declare, by exercise.
  package func report(
    on learner: String, number: Int? = nil, catalogues: [String: Catalogue]
  ) async throws -> LearnerReport {
    let taking = try await existingTaking(of: learner, number: number)
    let sitting = try await state(of: taking.id.sitting, under: Sitting())
    return try LearnerReport(
      taking.opened, enrolment: taking.enrolment, sitting: sitting, bank: questions.reviewBank(),
      catalogues: catalogues, course: course.scheme, at: now())
  }
}
