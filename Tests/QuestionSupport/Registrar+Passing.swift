import Gradebook
import Grading
package import Registrar

extension Registrar {
  /// Answers every review question, and every question of the exam, rightly for a learner who is enrolled.
  ///
  /// That is 70 % of the mark once the exam is finished; case studies are handed in apart.
  package func answerEverythingRightly(of learner: String) async throws {
    let answers = try await reviewQuestions(of: learner).map { question in
      (
        question: question.item.question.id,
        text: Answer.rightAndWrong(question.item).right
          .text(to: question.item.question, shown: question.layout)
      )
    }
    _ = try await answerReviews(of: learner, answers)
    for entry in try await startExam(of: learner).sitting.questions {
      let right = Answer.rightAndWrong(entry.item).right
      _ = try await answerExam(
        of: learner, question: entry.item.question.id,
        with: right.text(to: entry.item.question, shown: entry.layout))
    }
  }
}
