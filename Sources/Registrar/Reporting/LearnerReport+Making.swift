package import EventSourcing
package import Gradebook
package import Grading

extension LearnerReport {
  /// Makes the report of a taking.
  ///
  /// - Parameters:
  ///   - opened: How the taking began.
  ///   - enrolment: The state of its enrolment.
  ///   - sitting: The state of its final exam.
  ///   - bank: The review questions with their keys.
  ///   - catalogues: What the suites declare, by exercise.
  ///   - course: The course's present scheme, whose policy says which findings learners see.
  ///   - moment: The present time.
  /// - Throws: ``DocumentError`` if the taking's scheme is none that this grader reads.
  package init(
    _ opened: EnrolmentEvent.Opened, enrolment: EnrolmentState, sitting: SittingState,
    bank: QuestionBank, catalogues: [String: Catalogue], course: Scheme, at moment: Timestamp
  ) throws {
    let standing = try Standing(opened, enrolment: enrolment, sitting: sitting)
    let questions = Registrar.reviewQuestions(
      of: opened, enrolment, bank: bank, bullets: Set(course.bullets.map(\.id)),
      scheme: standing.scheme)
    let exam = Registrar.ExamSitting(
      taking: opened.taking, name: opened.name, state: sitting, at: moment)
    let policies = Dictionary(
      questions.map { ($0.item.question.id, $0.policy) }, uniquingKeysWith: { first, _ in first })
    let present = Set(course.exercises.map(\.name))
    self.course = course.course
    at = moment
    self.standing = standing
    outlook = standing.outlook(
      policy: { policies[$0] }, canHandIn: { present.contains($0) },
      exam: exam.mostAsTold(under: standing.scheme))
    exercises = standing.exercises.map { exercise in
      ReportedExercise(
        exercise, catalogue: catalogues[exercise.name], under: course.feedback)
    }
    bullets = course.bullets
    review = questions.map(Question.init)
    lostReview = standing.review.map(\.id).filter { policies[$0] == nil }
    self.exam = exam.questions.map { Question($0, in: exam) }
    examTakesAnswers = exam.takesAnswers
  }
}
