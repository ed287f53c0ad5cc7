import EventSourcing
import Foundation
import Grading
import SeededRandom
import Testing

@Suite("Question banks are read strictly")
struct QuestionBankTests {
  /// A bank with one question of every type, and its keys in another file.
  static let files: [(name: String, json: Data)] = [
    ("questions.json", Data(questions.utf8)), ("keys.json", Data(keys.utf8)),
  ]

  private static let questions = """
    {"version": 1, "questions": [
      {"id": "U1-1-R01", "bullet": "U1-1", "bloom": "apply", "type": "single", "prompt": "P",
       "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]},
      {"id": "U1-1-R02", "bullet": "U1-1", "bloom": "analyse", "type": "multiple", "prompt": "P",
       "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}, {"id": "c", "text": "C"}]},
      {"id": "U1-1-R03", "bullet": "U1-1", "bloom": "evaluate", "type": "ordering", "prompt": "P",
       "items": [{"id": "1", "text": "A"}, {"id": "2", "text": "B"}, {"id": "3", "text": "C"}]},
      {"id": "U1-1-R04", "bullet": "U1-1", "bloom": "apply", "type": "matching", "prompt": "P",
       "left": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}],
       "right": [{"id": "1", "text": "X"}, {"id": "2", "text": "Y"}]},
      {"id": "U1-1-R05", "bullet": "U1-1", "bloom": "remember", "type": "numeric", "prompt": "P",
       "blanks": [{"id": "a", "prompt": "How many?"}]},
      {"id": "U1-1-R06", "bullet": "U1-1", "bloom": "understand", "type": "text", "prompt": "P",
       "maximumWords": 3}
    ]}
    """

  private static let keys = """
    {"version": 1, "keys": [
      {"id": "U1-1-R06", "answer": {"accept": ["x"], "reject": []},
       "feedback": [{"outcome": "right", "text": "Yes"}], "rationale": "R", "sources": ["S"],
       "expectedFacility": 1},
      {"id": "U1-1-R01", "answer": "b", "feedback": [{"option": "a", "text": "No"}],
       "rationale": "R", "sources": ["S"], "expectedFacility": 0.65},
      {"id": "U1-1-R02", "answer": ["a", "c"], "feedback": [], "rationale": "R", "sources": ["S"],
       "expectedFacility": 0.5},
      {"id": "U1-1-R03", "answer": ["2", "1", "3"],
       "feedback": [{"first": "1", "second": "2", "text": "No"}], "rationale": "R",
       "sources": ["S"], "expectedFacility": 0.5},
      {"id": "U1-1-R04", "answer": {"a": "2", "b": "2"},
       "feedback": [{"left": "a", "right": "1", "text": "No"}], "rationale": "R", "sources": ["S"],
       "expectedFacility": 0.5},
      {"id": "U1-1-R05",
       "answer": [{"blank": "a", "value": "2.50", "tolerance": "0", "computation": "5 / 2"}],
       "feedback": [{"blank": "a", "value": "2", "text": "No"}], "rationale": "R",
       "sources": ["S"], "expectedFacility": 0.5}
    ]}
    """

  /// The two files as values.
  private static func values() throws -> [JSONValue] {
    try files.map { try JSONDecoder().decode(JSONValue.self, from: $0.json) }
  }

  /// Reads files that were changed.
  private func read(_ values: [JSONValue]) throws -> QuestionBank {
    let names = Self.files.map(\.name)
    return try QuestionBank(files: zip(names, values).map { ($0, try JSONEncoder().encode($1)) })
  }

  @Test("Questions and keys are joined by their identifiers, whatever the order and the file")
  func joined() throws {
    let bank = try QuestionBank(files: Self.files)
    #expect(bank.items.map(\.question.kind) == Question.Kind.allCases)
    #expect(bank.items.allSatisfy { $0.question.id == $0.key.id })
    #expect(bank["U1-1-R04"]?.key.solution == .matching(["a": "2", "b": "2"]))
    #expect(bank["U9"] == nil)
    #expect(bank.items(of: "U1-1").count == 6)
    #expect(bank.items(of: "U1-2").isEmpty)
    let reversed = try QuestionBank(files: Self.files.reversed())
    #expect(reversed == bank)
  }

  @Test("Writing a question and its key, and a form of them, reverses reading")
  func roundTrip() throws {
    let bank = try QuestionBank(files: Self.files)
    for item in bank.items {
      let question = try Question(try ObjectReader(item.question.json, in: "q"))
      #expect(question == item.question)
      #expect(try QuestionKey(try ObjectReader(item.key.json, in: "k"), for: question) == item.key)
    }
    let form = try ExamForm(
      drawnFrom: bank, blueprint: [("U1-1", 6)],
      policies: TryPolicies(
        standard: .init(credit: [.one, Rational(1, over: 3)], feedback: .verdict)),
      seed: .max)
    let data = try JSONEncoder().encode(form)
    #expect(try JSONDecoder().decode(ExamForm.self, from: data) == form)
  }

  @Test("A member that is missing, of another type, or not known is refused by file and path")
  func damaged() throws {
    let values = try Self.values()
    var seen = 0
    for (index, value) in values.enumerated() {
      for place in places(in: value) {
        // Either list may be left out, and then its partners are missing; feedback may be empty.
        let mayBeEmpty = ["questions", "keys", "feedback", "reject"].contains(place.steps.last)
        for other: JSONValue? in [nil, .null, .bool(true), .string(""), .array([]), .number(-0.5)] {
          if mayBeEmpty && (other == nil || other == .array([])) { continue }
          var changed = values
          changed[index] =
            other.map { value.replacing(place.steps, with: $0) } ?? value.removing(place.steps)
          let error = #expect(throws: DocumentError.self, "\(place.path)") { try read(changed) }
          #expect(
            error?.document == Self.files[index].name || place.steps.last == "id", "\(place.path)")
          seen += 1
        }
      }
      for steps in Set(places(in: value).map { Array($0.steps.dropLast()) }) {
        var changed = values
        changed[index] = value.replacing(steps + ["colour"], with: .string("red"))
        let error = #expect(throws: DocumentError.self) { try read(changed) }
        #expect(error?.path == pathText(steps + ["colour"]))
      }
    }
    #expect(seen > 300)
  }

  @Test("What does not fit the question is refused")
  func unfit() throws {
    let values = try Self.values()
    let cases: [(Int, [String], JSONValue)] = [
      (1, ["keys", "1", "answer"], .string("c")),
      (1, ["keys", "2", "answer"], .array([.string("a"), .string("b"), .string("c")])),
      (1, ["keys", "2", "answer"], .array([.string("a"), .string("a")])),
      (1, ["keys", "3", "answer"], .array([.string("1"), .string("2")])),
      (1, ["keys", "3", "answer"], .array([.string("1"), .string("1"), .string("3")])),
      (1, ["keys", "4", "answer", "a"], .string("3")),
      (1, ["keys", "5", "answer", "0", "value"], .string("5/2")),
      (1, ["keys", "5", "answer", "0", "blank"], .string("b")),
      (1, ["keys", "1", "feedback", "0", "option"], .string("z")),
      (1, ["keys", "0", "feedback", "0", "outcome"], .string("maybe")),
      (1, ["keys", "0", "expectedFacility"], .number(1.01)),
      (0, ["questions", "0", "options", "1", "id"], .string("c")),
      (0, ["questions", "2", "items", "0", "id"], .string("a")),
      (0, ["questions", "5", "maximumWords"], .int(0)),
      (
        0, ["questions", "0", "options"],
        .array([.object(["id": .string("a"), "text": .string("A")])])
      ),
    ]
    for (index, place, value) in cases {
      var changed = values
      changed[index] = changed[index].replacing(place, with: value)
      let error = #expect(throws: DocumentError.self, "\(pathText(place))") { try read(changed) }
      #expect(error?.path.hasPrefix(pathText(place)) == true, "\(error?.description ?? "")")
    }
  }

  @Test(
    "An identifier used twice, a question without a key and a key without a question are refused")
  func unpaired() throws {
    var files = Self.files
    files.append(files[0])
    #expect(throws: DocumentError.self) { try QuestionBank(files: files) }
    files = Self.files
    files.append(files[1])
    #expect(throws: DocumentError.self) { try QuestionBank(files: files) }
    #expect(throws: DocumentError.self) { try QuestionBank(files: [Self.files[0]]) }
    #expect(throws: DocumentError.self) { try QuestionBank(files: [Self.files[1]]) }
    #expect(throws: DocumentError.self) {
      try QuestionBank(files: [("x.json", Data(#"{"version": 2}"#.utf8))])
    }
    #expect(throws: DocumentError.self) { try QuestionBank(files: [("x.json", Data("[".utf8))]) }
  }
}
