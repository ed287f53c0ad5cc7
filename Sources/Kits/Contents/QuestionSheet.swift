import Grading
import PlainText

/// The review questions of one unit for reading, and a form for the answers.
///
/// It is made from questions without their keys. **Labels are those of the file**, which is how answers are read.
struct QuestionSheet {
  private let unit: Scheme.Unit
  private let list: [Question]

  /// A sheet of some questions.
  init(_ unit: Scheme.Unit, _ questions: [Question]) {
    self.unit = unit
    list = questions
  }

  /// The questions, as Markdown.
  func questions() -> String {
    var parts = [
      "# \(unit.name): \(unit.title)",
      """
      \(counted(list.count, "review question")). Write your answers into `Answers.txt` beside this file; the README at \
      the top says how to hand them in.
      """,
    ]
    for bullet in unit.bullets {
      let questions = list.filter { $0.bullet == bullet.id }
      guard !questions.isEmpty else { continue }
      parts.append("## \(bullet.id) \(bullet.title)")
      for question in questions {
        parts.append("### \(question.id)\n\n\(question.prompt)")
        parts += choice(of: question)
        parts.append("*\(question.answerHelp)*")
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The form, which `grader review answers` reads: nothing is answered yet.
  func answers() -> String {
    var lines = [
      "# Answers to the review questions of \(unit.name).",
      "# Write your answer after the colon and take the # away; lines with # are not handed in.",
    ]
    var help = ""
    for question in list {
      // What holds for several questions is said once.
      if question.answerHelp != help {
        help = question.answerHelp
        lines += ["", "# \(help)"]
      }
      lines.append("#\(question.id):")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Options, items, both sides or blanks with their labels, as lists.
  private func choice(of question: Question) -> [String] {
    let lists = question.form.lists.map { entries in
      entries.map { "- **\($0.id)**\($0.text.isEmpty ? "" : " \($0.text)")" }
        .joined(separator: "\n")
    }
    return lists.count == 2 ? [lists[0], "with", lists[1]] : lists
  }
}
