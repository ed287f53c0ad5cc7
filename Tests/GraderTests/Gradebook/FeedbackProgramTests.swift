import Assessment
import EventSourcing
import Foundation
import Gradebook
import QuestionSupport
import Registrar
import Testing

@Suite("What the program tells a learner")
struct FeedbackProgramTests {
  @Test(
    "What was recorded of a submission is shown later, in every format, and nothing is changed by it"
  )
  func feedback() async throws {
    let book = try BookFolder()
    let folder = try ClassFolder()
    try folder.add(
      "ada", [.init("LotEvent+Seeds.swift", "germinated * 1000 / sown", "germinated * 10")])
    _ = try await book.registrar.enrol("ada", name: "Ada <b>", email: nil)
    let submitted = try await book.run([
      "submit", "ada", "\(folder.path)/ada", "--exercise", "FrontDesk",
    ])
    #expect(submitted.status == 2, "\(submitted.error)")
    let head = try book.head

    let text = try await book.run(["feedback", "ada"])
    #expect(text.status == 0 && text.error.isEmpty, "\(text.error)")
    // What `submit` printed of the exercise is printed again, from the record.
    let printed = try #require(
      submitted.output.components(separatedBy: "\n\n").first {
        $0.hasPrefix("FrontDesk: ")
      })
    #expect(printed.contains("Got: ") && printed.contains("Hint: "))
    #expect(text.output.contains(printed))
    #expect(text.output.contains("What remains to pass"))

    let json = try await book.run(["feedback", "ada", "--format", "json"])
    let document = try JSONDecoder().decode(JSONValue.self, from: Data(json.output.utf8))
    guard case .object(let members) = document else {
      Issue.record("the document is an object")
      return
    }
    #expect(members["format"] == .string("grader.feedback"))
    #expect(members["version"] == .int(1))

    let page = book.file("ada.html")
    let junit = book.file("ada.xml")
    let files = try await book.run([
      "feedback", "ada", "--html", page, "--format", "junit", "--output", junit,
    ])
    #expect(files.status == 0 && files.output.isEmpty, "\(files.error)")
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("Ada &lt;b&gt;"))
    let xml = try String(contentsOfFile: junit, encoding: .utf8)
    #expect(xml.contains("<testsuite name=\"ada/FrontDesk\""))
    #expect(xml.contains("<failure type=\"failed\""))
    let gradescope = try await book.run(["feedback", "ada", "--format", "gradescope"])
    #expect(gradescope.output.contains("\"max_score\""))
    #expect(try book.head == head)

    let closed = try await book.run(["close", "ada", "--reason", "done"])
    #expect(closed.status == 0)
    let after = try await book.run(["feedback", "ada", "--taking", "1"])
    let words = after.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(after.status == 0 && words.contains("This taking is closed."))
  }

  @Test("What cannot be told is said in one line with its status")
  func complaints() async throws {
    let book = try BookFolder()
    _ = try await book.registrar.enrol("ada", name: "Ada", email: nil)
    let cases: [(Int, [String], String)] = [
      (66, ["nobody"], "There is no learner nobody"),
      (66, ["ada", "--taking", "2"], "there is no taking 2"),
      (66, ["ada", "--html", "/no/such/folder/page.html"], "cannot be written"),
      (66, ["ada", "--output", "/no/such/folder/page.txt"], "cannot be written"),
      (64, ["ada", "--format", "pdf"], "pdf"),
    ]
    for (status, arguments, words) in cases {
      let run = try await book.run(["feedback"] + arguments)
      #expect(run.status == status, "\(arguments): \(run.error)")
      #expect(run.error.contains(words), "\(run.error)")
      #expect(run.output.isEmpty)
    }
  }

  @Test(
    "A grading is printed for build servers and for Gradescope, one learner at a time for the latter"
  )
  func grading() async throws {
    let folder = try ClassFolder()
    try folder.add("ada")
    try folder.add("ben", [.init("RowDesk.swift", "version += 1", "version += \"one\"")])
    let arguments = ["--exercise", "FrontDesk", "--format"]
    let junit = try await GraderProgram.run(["grade", folder.path] + arguments + ["junit"])
    #expect(junit.status == 2, "\(junit.error)")
    #expect(junit.output.contains("<testsuite name=\"ada/FrontDesk\""))
    #expect(junit.output.contains("<error type=\"notBuilt\""))
    let ada = try await GraderProgram.run(
      ["grade", "\(folder.path)/ada"] + arguments + ["gradescope"])
    #expect(ada.status == 0, "\(ada.error)")
    #expect(ada.output.contains("\"score\" : 100"))
    let both = try await GraderProgram.run(["grade", folder.path] + arguments + ["gradescope"])
    #expect(both.status == 66)
    #expect(both.output.isEmpty)
    #expect(both.error.contains("The format gradescope holds one learner, and 2 are there."))
  }
}
