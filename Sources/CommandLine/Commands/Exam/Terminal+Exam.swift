import Arguments
import Registrar
import Reports

extension Terminal {
  /// The text of a sitting.
  func text(_ sitting: Registrar.ExamSitting, as given: Invocation) -> ExamText {
    ExamText(sitting, style: style(given), width: width)
  }

  /// Prints where a sitting stands, in the format that a command line asks for.
  func show(_ sitting: Registrar.ExamSitting, isFull: Bool = false, as given: Invocation) {
    switch given[Options.format] {
    case .json: print(json: ExamDocument(sitting))
    case .text:
      let text = text(sitting, as: given)
      print(isFull ? text.full() : text.overview())
    }
  }
}
