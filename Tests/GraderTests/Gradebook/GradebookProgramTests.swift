import EventSourcing
import Foundation
import Gradebook
import Grading
import QuestionSupport
import Registrar
import Testing

@Suite("The gradebook at the command line")
struct GradebookProgramTests {
  /// Whether a run complained in one sentence or two and in no other way.
  private func isOneComplaint(_ run: GraderProgram.Run) -> Bool {
    run.output.isEmpty && run.error.hasPrefix("Error: ") && run.error.hasSuffix(".\n")
      && run.error.split(separator: "\n").count == 1 && !run.error.contains("Internal")
  }

  @Test("What is wrong is said in one line, with a status of its own, and changes nothing")
  func complaints() async throws {
    let book = try BookFolder()
    _ = try await book.registrar.enrol("ada", name: "Ada", email: nil)
    let sitting = try await book.registrar.startExam(of: "ada").sitting
    let question = try #require(sitting.questions.first).item.question.id.rawValue
    let answers = book.file("answers.txt")
    try "U1-1-R01: a\nwhat".write(toFile: answers, atomically: true, encoding: .utf8)
    let head = try book.head
    let cases: [(Int, [String])] = [
      (66, ["status", "nobody"]), (66, ["status", "ada", "--taking", "7"]),
      (66, ["enrol", "Ada"]), (66, ["enrol", "ben"]), (4, ["enrol", "ada", "--name", "Ben"]),
      (66, ["review", "answer", "ada", "U9-9-R99", "a"]),
      (65, ["review", "answer", "ada", "U1-1-R01", "zz zz"]),
      (65, ["review", "answers", "ada", answers]),
      (66, ["review", "answers", "ada", book.file("missing")]),
      (66, ["review", "list", "ada", "--unit", "Unit9"]),
      (65, ["exam", "answer", "ada", question, "= = = ; ; ; ? ? ?"]),
      (66, ["exam", "answer", "ada", "U9-9-E99", "a"]),
      (4, ["exam", "reset", "ada", "--by", " ", "--reason", "r"]),
      (66, ["exam", "start", "nobody"]), (66, ["submit", "nobody", "."]),
      (66, ["submit", "ada", book.file("missing")]), (66, ["gradebook", "create"]),
      (66, ["gradebook", "verify", "--expect", "12:zz"]),
    ]
    for (status, arguments) in cases {
      let run = try await book.run(arguments)
      #expect(run.status == status, "\(arguments): \(run.error)")
      #expect(isOneComplaint(run), "\(arguments): \(run.error)\(run.output)")
    }
    #expect(try book.head == head)
  }

  @Test(
    "A file that is no gradebook, none of this grader's, or not there is told apart and left alone")
  func files() async throws {
    let book = try BookFolder()
    let text = book.file("text.sqlite")
    try "no database at all, whatever its name".write(
      toFile: text, atomically: true, encoding: .utf8)
    let empty = book.file("empty.sqlite")
    try Data().write(to: URL(filePath: empty))
    let cases: [(String, Int, String)] = [
      (text, 66, "not a gradebook"), (empty, 66, "not a gradebook"),
      (book.file("missing"), 66, "grader gradebook create"), ("/", 66, "directory"),
    ]
    for (path, status, words) in cases {
      for arguments in [["learners"], ["status", "ada"], ["gradebook", "verify"]] {
        let run = try await GraderProgram.run(arguments + ["--gradebook", path])
        #expect(run.status == status, "\(path) \(arguments): \(run.error)")
        #expect(run.error.contains(words), "\(run.error)")
        #expect(isOneComplaint(run), "\(run.error)")
      }
    }
    #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("no database"))
    #expect(try Data(contentsOf: URL(filePath: empty)).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: book.file("missing")))
  }

  @Test("An enrolment, an exam and a mark, from the first command to the last")
  func course() async throws {
    let book = try BookFolder()
    let enrolled = try await book.run(["enrol", "ada", "--name", "Ada <b> Lovelace"])
    #expect(enrolled.status == 0)
    #expect(enrolled.output.hasPrefix("Ada <b> Lovelace (ada), taking 1\n"))
    let started = try await book.run(["exam", "start", "ada"])
    #expect(started.status == 0 && started.error.isEmpty)
    let again = try await book.run(["exam", "start", "ada"])
    #expect(again.output == started.output)
    #expect(again.error == "The sitting is under way already; it goes on.\n")

    let sitting = try await book.registrar.exam(of: "ada")
    for entry in sitting.questions {
      let text = Answer.rightAndWrong(entry.item).right
        .text(to: entry.item.question, shown: entry.layout)
      let run = try await book.run(["exam", "answer", "ada", entry.item.question.id.rawValue, text])
      #expect(run.output == "Right.\n", "\(run.error)")
    }
    let finished = try await book.run(["exam", "finish", "ada"])
    #expect(finished.output.contains("Over: 1 = 100.00 %."))
    let status = try await book.run(["status", "ada"])
    #expect(status.output.contains("Final exam: 100.00 %"))
    #expect(status.output.contains("30/100 of 1 = 3/10"))
    #expect(status.output.contains("Not passed: 75 % pass, 45.00 % are missing."))
    let list = try await book.run(["learners"])
    #expect(list.output.contains("ada/1   30.00 %  exam over  Ada <b> Lovelace"))
    let verified = try await book.run(["gradebook", "verify"])
    #expect(verified.status == 0)
    let head = try #require(verified.output.split(separator: "\n").last?.dropFirst("Head: ".count))
    _ = try await book.run(["close", "ada", "--reason", "done"])
    let later = try await book.run(["gradebook", "verify", "--expect", String(head)])
    #expect(later.status == 0, "the gradebook has grown since, and holds what it held")
    let rebuilt = try await book.run(["gradebook", "rebuild"])
    #expect(rebuilt.status == 0)
    #expect(try await book.run(["learners"]).output.contains("ada/1   30.00 %  closed"))
  }

  @Test("What is printed as JSON is one document, whatever was asked")
  func documents() async throws {
    let book = try BookFolder()
    _ = try await book.registrar.enrol("ada", name: "Ada", email: nil)
    let questions = try await book.registrar.reviewQuestions(of: "ada").prefix(4)
    let lines = questions.map { question in
      let answer = Answer.rightAndWrong(question.item).wrong
        .text(to: question.item.question, shown: question.layout)
      return "\(question.item.question.id): \(answer)"
    }
    let answers = book.file("answers.txt")
    try lines.joined(separator: "\n").write(toFile: answers, atomically: true, encoding: .utf8)
    let first = try #require(lines.first).split(separator: ":", maxSplits: 1).map(String.init)
    let cases: [(String, [String])] = [
      ("grader.standing", ["enrol", "ben", "--name", "Ben"]), ("grader.class", ["learners"]),
      ("grader.standing", ["status", "ada"]), ("grader.review", ["review", "list", "ada"]),
      ("grader.review", ["review", "answers", "ada", answers]),
      ("grader.review", ["review", "answer", "ada", first[0], first[1]]),
      ("grader.exam", ["exam", "start", "ada"]), ("grader.exam", ["exam", "status", "ada"]),
      ("grader.exam", ["exam", "finish", "ada"]),
      ("grader.exam", ["exam", "reset", "ada", "--by", "X", "--reason", "r"]),
      ("grader.verification", ["gradebook", "verify"]),
      ("grader.standing", ["close", "ada", "--reason", "r"]),
    ]
    for (format, arguments) in cases {
      let run = try await book.run(arguments + ["--format", "json"])
      #expect(run.status == 0, "\(arguments): \(run.error)")
      let document = try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8))
      guard case .object(let members) = document else {
        Issue.record("\(arguments) prints an object")
        continue
      }
      #expect(members["format"] == .string(format), "\(arguments)")
      #expect(members["version"] == .int(1), "\(arguments)")
    }
  }

  @Test(
    "What is submitted is kept, graded and counted; the same again is known; regrading changes nothing by itself"
  )
  func submission() async throws {
    let book = try BookFolder()
    let folder = try ClassFolder()
    try folder.add("ada")
    _ = try await book.registrar.enrol("ada", name: "Ada", email: nil)
    let path = "\(folder.path)/ada"
    let first = try await book.run(["submit", "ada", path, "--exercise", "FrontDesk"])
    #expect(first.status == 0, "\(first.error)")
    #expect(first.output.contains("FrontDesk: recorded with"))
    let second = try await book.run(["submit", "ada", path, "--exercise", "FrontDesk"])
    #expect(second.output.contains("FrontDesk: unchanged"))
    let standing = try await book.registrar.standing(of: "ada")
    #expect(standing.exercises.first?.counted?.score == .one)
    #expect(standing.caseStudyScore == Rational(1, over: 16))
    let head = try book.head
    let regraded = try await book.run(["regrade"])
    #expect(regraded.status == 0, "\(regraded.error)")
    #expect(regraded.output.contains("1 submission graded again, 0 with another score."))
    #expect(try book.head == head)
    let nothing = try await book.run(["submit", "ada", path, "--exercise", "Ledger"])
    #expect(nothing.status == 2)
    #expect(nothing.output.contains("Ledger: nothing recorded"))
  }
}
