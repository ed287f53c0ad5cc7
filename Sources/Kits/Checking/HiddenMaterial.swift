import Assessment
import EventSourcing
import Foundation
import Grading
import StrictJSON

/// What learners must not get, in the forms in which it is looked for.
///
/// **Lines of code**: of references, alternatives, shortcuts and mutants, of the hidden suites and what they are
/// written with. Solutions that earn nothing hide nothing. **Words**: of keys, exam questions and hints.
struct HiddenMaterial {
  /// Where each line of code comes from.
  private(set) var lines: [CodeLine: String] = [:]
  /// Lines of solutions that earn nothing.
  private(set) var worthless: Set<CodeLine> = []
  /// Runs of words of keys and exam questions: 12 of them, since review and exam are about the same things.
  private(set) var answers = WordRuns(of: 12)
  /// Runs of words of hints: 16 of them, since hints say again what READMEs say.
  private(set) var hints = WordRuns(of: 16)
  /// The identifiers of the exam's questions.
  private(set) var examQuestions: Set<String> = []

  /// Reads everything hidden of a course.
  ///
  /// - Throws: ``AssessmentError`` of the kind `course` or ``DocumentError`` naming what cannot be read.
  init(of course: Course) throws {
    let reader = CourseReader(course.root)
    let suites = try reader.files(below: "Tests").filter {
      $0.split(separator: "/")[1].hasSuffix("Suite")
    }
    let support = try ["Tests/EventStoreConformance", "Sources/SuiteSupport"].flatMap {
      try reader.files(below: $0)
    }
    // A suite's examples are a link to what learners get; links are passed over.
    for path in suites + support where reader.kind(of: path) == .typeRegular {
      let text = try reader.file(path).text
      enter(code: text, from: path)
      for match in text.matches(of: Self.hint) {
        let hint = (match.1 ?? match.2 ?? "").replacing("\\\n", with: "")
        hints.enter(String(hint), from: "a hint in \(path)")
      }
    }
    for path in try reader.files(below: "Solutions") {
      let file = try reader.file(path)
      if path.hasSuffix(".json") {
        guard let value = try? JSONValue(strictly: file.content) else {
          throw AssessmentError(.course, "\(path) of the course is not valid JSON.")
        }
        enter(value, of: nil, from: path)
      } else if path.contains("/Vacuous/") {
        worthless.formUnion(CodeLine.all(in: file.text).map(\.line))
      } else {
        enter(code: file.text, from: path)
      }
    }
    examQuestions = Set(try course.examPool().items.map(\.question.id.rawValue))
  }

  /// A hint of a behaviour: a text over several lines, or in quotation marks.
  private static var hint: Regex<(Substring, Substring?, Substring?)> {
    /hint:\s*(?:"""(?s:(.*?))"""|"((?:[^"\\\n]|\\.)*)")/
  }

  /// Enters the lines of a file.
  private mutating func enter(code text: String, from path: String) {
    for (number, line) in CodeLine.all(in: text) where lines[line] == nil {
      lines[line] = "\(path):\(number)"
    }
  }

  /// Enters every text in a document, under the question it belongs to.
  private mutating func enter(_ value: JSONValue, of question: String?, from path: String) {
    switch value {
    case .string(let text):
      answers.enter(text, from: question.map { "\($0) in \(path)" } ?? path)
    case .array(let values): for value in values { enter(value, of: question, from: path) }
    case .object(let members):
      var question = question
      // Options have identifiers too; the outermost one is the question's.
      if question == nil, case .string(let id)? = members["id"] { question = id }
      for (_, value) in members.sorted(by: { $0.key < $1.key }) {
        enter(value, of: question, from: path)
      }
    case .null, .bool, .int, .number: break
    }
  }
}
