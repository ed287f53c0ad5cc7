import Arguments
import Registrar
import Reports

extension Terminal {
  /// The text of some review questions.
  func text(_ questions: [Registrar.ReviewQuestion], as given: Invocation) -> ReviewText {
    ReviewText(questions, style: style(given), width: width)
  }

  /// Prints what is said to an answer, as text.
  func show(_ answered: Registrar.Answered, as given: Invocation) {
    print(text([answered.question], as: given).answered(answered) + "\n")
  }
}
