import EventSourcing
import Foundation
import Grading
import QuestionBanks
import Reports
import Testing

@Suite("The check of the question banks is reported whole")
struct BankCheckTextTests {
  /// A check of an exam question that pays guessers, and of no review questions.
  private static func check() throws -> BankCheck {
    let file = URL(filePath: #filePath).appending(path: "../../../grading.json").standardized
    var scheme = try Scheme(json: try Data(contentsOf: file))
    scheme.units = Array(scheme.units.prefix(1))
    scheme.exam.form = ["U1-1": 1]
    let options = ["a", "b"].map { Question.Entry(id: $0, text: "Option \($0)") }
    let key = QuestionKey(
      id: "U1-1-E01", solution: .single("a"),
      feedback: options.map { .init(.option($0.id), "Said.") },
      rationale: "Since.", sources: ["A book"], expectedFacility: Rational(99, over: 100))
    let question = Question(
      id: "U1-1-E01", bullet: "U1-1", bloom: .apply, prompt: "Which?", form: .single(options))
    return BankCheck(
      review: QuestionBank([]), pool: QuestionBank([.init(question: question, key: key)]),
      scheme: scheme)
  }

  @Test("The text has totals, the guesser's figures, every finding with its rule, and the verdict")
  func text() throws {
    let text = BankCheckText(try Self.check(), style: Style(isColoured: false), width: 120).text()
    for part in [
      "Review questions: 0", "Exam pool: 1", "single 1, multiple 0", "right letters: a 1, b 0",
      "exam pool: 50.00 % with one try, 50.00 % with all tries",
      "in the kindest form there can be: at most 1 in 2",
      "error [coverage]\n  U1-1 has no review question",
      "error [guessing]", "warning [difficulty] U1-1-E01", "do not pass: 3 errors, 1 warning.",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
  }

  @Test("The document has the same, with exact shares")
  func document() throws {
    let text = try BankCheckDocument(try Self.check()).documentText()
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    guard case .object(let root) = value, case .object(let guesser)? = root["guesser"],
      case .object(let worst)? = guesser["worstForm"], case .array(let findings)? = root["findings"]
    else {
      Issue.record("\(text)")
      return
    }
    #expect(root["format"] == .string("grader.bank-check"))
    #expect(root["passes"] == .bool(false))
    #expect(
      worst == ["numerator": .int(1), "denominator": .int(2), "percentage": .string("50.00")])
    #expect(findings.count == 4)
  }
}
