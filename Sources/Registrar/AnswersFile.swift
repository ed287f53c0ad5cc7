package import Grading
import PlainText

/// A file of answers: a line for each question, `U2-1-R03: a, c`.
///
/// Empty lines and lines that begin with `#` mean nothing.
package struct AnswersFile: Sendable {
  /// The questions with what was answered, in the order of the file.
  package let answers: [(question: QuestionID, text: String)]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: Its content.
  ///   - name: Its name, for errors.
  /// - Throws: ``AnswerError`` naming the first line that is wrong.
  package init(_ text: String, name: String) throws(AnswerError) {
    var answers: [(question: QuestionID, text: String)] = []
    let lines = text.textLines
    for (index, line) in lines.enumerated() {
      let line = line.drop(while: \.isWhitespace)
      guard let first = line.first, first != "#" else { continue }
      let parts = line.split(separator: ":", maxSplits: 1)
      let words = parts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      guard words.count == 2, !words[0].isEmpty, !words[1].isEmpty else {
        throw AnswerError(
          "Line \(index + 1) of \(name) is no answer. Write a question and its answer, such as "
            + "U2-1-R03: a, c.")
      }
      let question = QuestionID(rawValue: words[0])
      guard !answers.contains(where: { $0.question == question }) else {
        throw AnswerError(
          "Line \(index + 1) of \(name) answers \(question) again. Give one answer to each question."
        )
      }
      answers.append((question, words[1]))
    }
    self.answers = answers
  }
}
