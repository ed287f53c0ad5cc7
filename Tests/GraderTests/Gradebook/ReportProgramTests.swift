import Assessment
import Foundation
import Grading
import QuestionSupport
import Registrar
import Testing

@Suite("The class report at the command line")
struct ReportProgramTests {
  /// The files of a report.
  private static let files = [
    "behaviours.csv", "class.json", "index.html", "items.csv", "marks.csv",
  ]

  /// What is in a folder, sorted.
  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// The rights of a file or folder.
  private func rights(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("It makes the folder, for its owner alone, and can be repeated there")
  func written() async throws {
    let book = try BookFolder()
    _ = try await book.registrar.enrol("ada", name: "Ada <b> Lovelace", email: nil)
    let folder = book.file("reports/term")
    let head = try book.head
    let run = try await book.run(["report", folder])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.isEmpty)
    let said = run.output.split(separator: "\n").joined(separator: " ")
    for part in Self.files + [folder, "1 learner,", "0 things to look at"] {
      #expect(said.contains(part), "\(part)")
    }
    #expect(try names(in: folder) == Self.files)
    #expect(try rights(of: folder) == 0o700)
    for file in Self.files { #expect(try rights(of: "\(folder)/\(file)") == 0o600) }
    let page = try String(contentsOfFile: "\(folder)/index.html", encoding: .utf8)
    #expect(page.contains("Ada &lt;b&gt; Lovelace"))
    // The behaviours of every exercise of the course are there, though nobody has sent anything.
    let behaviours = try String(contentsOfFile: "\(folder)/behaviours.csv", encoding: .utf8)
    for exercise in try GraderProgram.course().scheme.exercises {
      #expect(behaviours.contains("\r\n\(exercise.name),B1,"), "\(exercise.name)")
    }
    #expect(try book.head == head)

    // Somebody put a note beside the report; it stays, and what is new takes the place of what was there.
    try "note".write(toFile: "\(folder)/note.txt", atomically: true, encoding: .utf8)
    _ = try await book.registrar.enrol("ben", name: "Ben", email: nil)
    let again = try await book.run(["report", folder])
    #expect(again.status == 0, "\(again.error)")
    #expect(try names(in: folder) == (Self.files + ["note.txt"]).sorted())
    #expect(
      try String(contentsOfFile: "\(folder)/marks.csv", encoding: .utf8).contains("\r\nben,1,Ben,"))
  }

  @Test("A folder with other things, a file, and a place where nothing can be made are refused")
  func refused() async throws {
    let book = try BookFolder()
    let folder = book.file("mine")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // A file of the same name that no report has written is somebody's own.
    let own = "{ \"format\": \"grader.class\", \"takings\": [] }"
    try own.write(toFile: "\(folder)/class.json", atomically: true, encoding: .utf8)
    try "x".write(toFile: book.file("file"), atomically: true, encoding: .utf8)
    for path in [folder, book.file("file"), book.file("file/below")] {
      let run = try await book.run(["report", path])
      #expect(run.status == 66, "\(path)")
      #expect(run.output.isEmpty)
      #expect(run.error.hasPrefix("Error: \(path) "), "\(run.error)")
      #expect(run.error.split(separator: "\n").count == 1)
    }
    #expect(try names(in: folder) == ["class.json"])
    #expect(try String(contentsOfFile: "\(folder)/class.json", encoding: .utf8) == own)
    #expect(try String(contentsOfFile: book.file("file"), encoding: .utf8) == "x")
    // An empty folder is free to be used.
    let empty = book.file("empty")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    #expect(try await book.run(["report", empty]).status == 0)
  }

  @Test("Without a gradebook nothing is made")
  func noGradebook() async throws {
    let book = try BookFolder()
    let folder = book.file("none")
    let run = try await GraderProgram.run([
      "report", folder, "--gradebook", book.file("missing.sqlite"),
    ])
    #expect(run.status == 66)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
