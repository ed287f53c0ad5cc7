import Assessment
import Digests
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
    let standing = try await standing(of: taking)
    let review = try reviewQuestions(in: taking)
    let sitting = sitting(try await state(of: taking.id.sitting, under: Sitting()), of: taking)
    let policies = Dictionary(
      review.map { ($0.item.question.id, $0.policy) }, uniquingKeysWith: { first, _ in first })
    let open = Set(course.scheme.exercises.map(\.name))
    return LearnerReport(
      course: course.scheme.course, at: now(), standing: standing,
      outlook: standing.outlook(
        policy: { policies[$0] }, canHandIn: { open.contains($0) },
        exam: sitting.mostAsTold(under: standing.scheme)),
      exercises: standing.exercises.map { exercise in
        let catalogue = catalogues[exercise.name]
        return ReportedExercise(
          exercise, catalogue: catalogue, suite: catalogue?.digest.description,
          under: course.scheme.feedback)
      },
      bullets: course.scheme.bullets, review: review.map(LearnerReport.Question.init),
      lostReview: standing.review.map(\.id).filter { policies[$0] == nil },
      exam: sitting.questions.map { LearnerReport.Question($0, in: sitting) },
      examTakesAnswers: sitting.takesAnswers)
  }
}
