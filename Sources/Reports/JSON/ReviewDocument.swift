import Grading
package import Registrar

/// The review questions of a taking, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.review", "version": 1, "learner", "questions": [ QUESTION ] }
/// ```
///
/// `QUESTION` is as in `QuestionEntry`.
package struct ReviewDocument: Encodable {
  private let format = "grader.review"
  private let version = 1
  private let learner: String
  private let questions: [QuestionEntry]

  /// Puts questions into the document.
  package init(_ questions: [Registrar.ReviewQuestion], of learner: String) {
    self.learner = learner
    self.questions = questions.map { question in
      QuestionEntry(
        question.item.question, shown: question.layout, tries: question.tries,
        policy: question.policy, isOver: question.isOver, feedback: question.feedback)
    }
  }
}
