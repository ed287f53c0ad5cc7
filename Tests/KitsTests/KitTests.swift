import Assessment
import Foundation
import Grading
import Registrar
import Testing

@testable import Kits

@Suite("What a kit holds")
struct KitTests {
  @Test("Provided modules, exercises and questions are in it as they are in the course")
  func copies() throws {
    let kit = try RealCourse.kit()
    let course = try RealCourse.course()
    let made = [".gitignore", ".swift-format", "Package.swift", "README.md"]
    let sheets = course.scheme.units.flatMap { unit in
      ["Questions.md", "Answers.txt"].map { "Exercises/\(unit.name)/Questions/\($0)" }
    }
    var copied = 0
    for file in kit.files where !(made + sheets).contains(file.path) {
      let original = FileManager.default.contents(atPath: "\(course.root)/\(file.path)")
      #expect(file.content == original, "\(file.path)")
      copied += 1
    }
    let paths = Set(kit.files.map(\.path))
    #expect(paths.count == kit.files.count, "no path twice")
    #expect(copied == kit.files.count - made.count - sheets.count, "everything else is a copy")
    #expect(paths.isSuperset(of: made + sheets))
    for exercise in course.scheme.exercises {
      let folder = "Exercises/\(exercise.folder)"
      #expect(paths.contains("\(folder)/README.md"))
      #expect(paths.contains("\(folder)/Tests/\(exercise.name)Examples.swift"))
      #expect(paths.contains { $0.hasPrefix("\(folder)/Sources/") })
    }
    for module in ["EventSourcing", "CQRS", "SeedVault", "ExampleSupport"] {
      #expect(paths.contains { $0.hasPrefix("Sources/\(module)/") })
    }
  }

  @Test("Nothing lies outside of the folders that learners know")
  func places() throws {
    let course = try RealCourse.course()
    let folders =
      ["EventSourcing", "CQRS", "SeedVault", "ExampleSupport"].map { "Sources/\($0)/" }
      + course.scheme.exercises.flatMap { exercise in
        ["Sources/", "Tests/", "README.md"].map { "Exercises/\(exercise.folder)/\($0)" }
      } + course.scheme.units.map { "Exercises/\($0.name)/Questions/" }
      + [".gitignore", ".swift-format", "Package.swift", "README.md"]
    for file in try RealCourse.kit().files {
      #expect(folders.contains { file.path.hasPrefix($0) }, "\(file.path)")
    }
  }

  @Test("The same course gives the same kit")
  func determinism() throws {
    #expect(try Kit(of: try RealCourse.course()) == RealCourse.kit())
  }

  @Test("What is new in the course is not in it until the kit is told")
  func allowList() throws {
    let course = try SampleCourse()
    let before = try course.kit()
    for stray in [
      "Exercises/Unit1/Keys/U1-1.json", "Exercises/Unit1/FrontDesk/Hidden/Suite.swift",
      "Exercises/Unit1/FrontDesk/notes.md", "Exercises/Unit1/FrontDesk/Sources/solution.txt",
      "Exercises/Unit1/Questions/key.txt", "Exercises/Unit9/Sources/Old.swift",
      "Sources/EventSourcing/plan.md", "Sources/Secret/Secret.swift", "notes.md",
    ] { try course.write(stray, "secret") }
    #expect(try course.kit() == before)
    try course.write("Exercises/Unit1/FrontDesk/Sources/New.swift", "// Given.\n")
    #expect(try course.kit().files.count == before.files.count + 1, "a starter's file is in it")
  }

  @Test("A link on the way to a file is no part of a course", arguments: ["file", "folder"])
  func links(kind: String) throws {
    let course = try SampleCourse()
    let linked =
      kind == "file" ? "Exercises/Unit1/FrontDesk/Sources/CardSorter.swift" : "Exercises/Unit1"
    try FileManager.default.removeItem(atPath: course(linked))
    let target = "\(RealCourse.root)/\(linked)"
    try FileManager.default.createSymbolicLink(
      atPath: course(linked), withDestinationPath: target)
    let error = try #require(throws: AssessmentError.self) { try course.kit() }
    #expect(error.kind == .course)
  }

  @Test("Keys beside the questions stop the export, and the file is named")
  func keysAmongQuestions() throws {
    let course = try SampleCourse()
    let questions = "Exercises/Unit1/Questions/U1-1.json"
    let keys = "Solutions/Unit1/Keys/U1-1.json"
    let moved = try RealCourse.text(keys)
    let both = try RealCourse.text(questions).replacing(
      "\"questions\":", with: "\"keys\": \(try Self.keys(in: moved)),\n\"questions\":")
    try course.write(questions, both)
    try course.write(keys, "{\"version\": 1}")
    let error = try #require(throws: AssessmentError.self) { try course.kit() }
    #expect(error.kind == .course)
    #expect(error.description.contains(questions))
  }

  /// The list of keys of a document, as JSON.
  private static func keys(in document: String) throws -> String {
    let root = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
    let keys = try #require(root?["keys"])
    return String(decoding: try JSONSerialization.data(withJSONObject: keys), as: UTF8.self)
  }

  @Test("Every example tells what it needs, and its suite what is still to be written")
  func guidance() throws {
    let examples = try RealCourse.kit().files.filter { $0.path.hasSuffix("Examples.swift") }
    #expect(examples.count == (try RealCourse.course().scheme.exercises.count))
    for file in examples {
      let tests = file.text.ranges(of: "@Test(").count
      #expect(tests > 0)
      let needs = file.text.ranges(of: ".needs(").count
      #expect(needs == tests, "\(file.path): write @Test(…, .needs(…)) before each")
      let isGuided = file.text.contains(", .guided, .timeLimit(.minutes(1))) struct")
      #expect(isGuided, "\(file.path): write @Suite(…, .guided, .timeLimit(.minutes(1)))")
    }
  }

  @Test("The manifest has a target and a test target for every exercise, and no dependency")
  func manifest() throws {
    let text = try #require(try RealCourse.kit().files.first { $0.path == "Package.swift" }?.text)
    for exercise in try RealCourse.course().scheme.exercises {
      #expect(text.contains("\"\(exercise.folder)\""))
    }
    #expect(!text.contains(".package("))
  }

  @Test("The first page names exercises with their weights, limits, and the parts of the mark")
  func page() throws {
    let scheme = try RealCourse.course().scheme
    let text = KitPage(scheme).text()
    for exercise in scheme.exercises {
      #expect(text.contains("`Exercises/\(exercise.folder)` | \(exercise.weight) |"))
    }
    for number in [
      "\(scheme.limits.files) files", "\(scheme.limits.fileKilobytes) KiB",
      "questions count \(scheme.weights.reviewQuestions) %",
      "studies \(scheme.weights.caseStudies) %", "exam \(scheme.weights.finalExam) %",
      "\(scheme.passMark) % pass",
    ] { #expect(text.contains(number), "\(number)") }
    var latest = scheme
    latest.keep = .latest
    #expect(KitPage(latest).text().contains("The latest submission of each exercise counts."))
  }

  @Test("Every question can be read with its choices, and the form has a line for each")
  func sheets() throws {
    let course = try RealCourse.course()
    let bank = try course.reviewBank()
    for unit in course.scheme.units {
      let questions = unit.bullets.flatMap { bank.items(of: $0.id) }.map(\.question)
      let sheet = QuestionSheet(unit, questions)
      let (text, form) = (sheet.questions(), sheet.answers())
      for question in questions {
        #expect(text.contains("### \(question.id)\n\n\(question.prompt)\n"))
        for entry in question.form.lists.joined() {
          #expect(text.contains("- **\(entry.id)** \(entry.text)\n"), "\(question.id)")
        }
      }
      let untouched = try AnswersFile(form, name: "Answers.txt").answers
      #expect(untouched.isEmpty, "nothing is answered yet")
      let filled = form.split(separator: "\n").map { line in
        line.hasSuffix(":") ? "\(line.dropFirst()) a" : String(line)
      }
      let answers = try AnswersFile(filled.joined(separator: "\n"), name: "Answers.txt").answers
      #expect(answers.map(\.question) == questions.map(\.id))
    }
  }
}
