import Assessment
import Foundation
import Testing

@Suite("The question banks are checked, shown, exported and imported from the command line")
struct QuestionsTests {
  /// A new folder, which is removed when the test is over.
  private final class Folder {
    let path = "/tmp/questions-tests-\(UUID().uuidString)"

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: self(name), encoding: .utf8)
    }

    func write(_ name: String, _ text: String) throws {
      try text.write(toFile: self(name), atomically: true, encoding: .utf8)
    }
  }

  /// Runs `grader questions …`.
  private func run(_ arguments: String...) async throws -> GraderProgram.Run {
    try await GraderProgram.run(["questions"] + arguments)
  }

  @Test("The course's own banks pass, in words and as a document")
  func check() async throws {
    let text = try await run("check")
    #expect(text.status == 0)
    #expect(text.error == "")
    #expect(text.output.contains("The question banks pass: 0 errors"))
    let json = try await run("check", "--format", "json")
    #expect(json.status == 0)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(root["format"] as? String == "grader.bank-check")
    #expect(root["passes"] as? Bool == true)
  }

  @Test("A course whose bank contradicts itself ends the check with 3 and says where")
  func brokenBank() async throws {
    let folder = try Folder()
    let course = try GraderProgram.course().root
    for name in ["grading.json", "Exercises", "Solutions"] {
      try FileManager.default.copyItem(atPath: "\(course)/\(name)", toPath: folder(name))
    }
    let key = "Solutions/FinalExam/U4-2.json"
    let right = "ceil(2000 / (200 * 0.75))"
    let text = try folder.text(key)
    try #require(text.contains(right))
    try folder.write(key, text.replacing(right, with: "2000 / (200 * 0.75)"))
    let check = try await run("check", "--course", folder.path)
    #expect(check.status == 3)
    #expect(check.output.contains("error [computation] U4-2-E08"))
    #expect(check.output.contains("do not pass: 1 error, 0 warnings"))
  }

  @Test("A unit is shown as text, or written as a page; an unknown one is refused by name")
  func preview() async throws {
    let folder = try Folder()
    let text = try await run("preview", "Unit3")
    #expect(text.status == 0)
    #expect(text.output.contains("U3-2-R01"))
    #expect(!text.output.contains("U3-2-E01"))
    let page = try await run("preview", "Unit3", "--exam", "--html", folder("page.html"))
    #expect(page.status == 0)
    #expect(page.output == "")
    let html = try folder.text("page.html")
    #expect(html.contains("U3-2-E01"))
    #expect(!html.contains("U3-2-R01"))
    let unknown = try await run("preview", "Unit9")
    #expect(unknown.status == 66)
    #expect(unknown.error.contains("There is no unit Unit9. This course has Unit1"))
    #expect(try await run("preview", "Unit1", "--html", folder("none/page.html")).status == 66)
  }

  @Test("What is exported is imported again, without what GIFT cannot say, and over no file")
  func roundTrip() async throws {
    let folder = try Folder()
    let export = try await run("export", "Unit3", folder("unit3.gift"))
    #expect(export.status == 0)
    #expect(export.output == "")
    #expect(export.error.contains("not written, since GIFT has no ordering questions."))
    let files = ["--questions", folder("q.json"), "--keys", folder("k.json")]
    let arguments = ["questions", "import", folder("unit3.gift")] + files
    let imported = try await GraderProgram.run(arguments)
    #expect(imported.status == 0)
    #expect(imported.error.contains("no sources"))
    #expect(try folder.text("q.json").contains("U3-2-R01"))
    #expect(try !folder.text("q.json").contains("\"rationale\""))
    #expect(try folder.text("k.json").contains("\"rationale\""))
    try folder.write("q.json", "mine")
    #expect(try await GraderProgram.run(arguments).status == 66)
    #expect(try folder.text("q.json") == "mine")
    let printed = try await run("import", folder("unit3.gift"))
    #expect(printed.status == 0)
    #expect(printed.output.contains("\"questions\""))
    #expect(printed.output.contains("\"keys\""))
    let exam = try await run("export", "--exam", folder("exam.gift"))
    #expect(exam.status == 0)
    #expect(try folder.text("exam.gift").contains("::U4-3-E01::"))
  }

  @Test("A file without a question, one that is not text, and a wrong command line are told apart")
  func refused() async throws {
    let folder = try Folder()
    try folder.write("none.gift", "Nothing here.\n\nTell us.{}\n")
    let none = try await run("import", folder("none.gift"), "--bullet", "U1-1")
    #expect(none.status == 65)
    #expect(none.output == "")
    #expect(none.error.contains("line 1: left out"))
    #expect(none.error.contains("line 3: left out"))
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(filePath: folder("bytes.gift")))
    #expect(try await run("import", folder("bytes.gift")).status == 66)
    #expect(try await run("import", folder("missing.gift")).status == 66)
    #expect(try await run("import", folder("none.gift"), "--bullet", "U9-9").status == 66)
    #expect(try await run("import", folder("none.gift"), "--keys", folder("k")).status == 64)
    #expect(try await run("export", folder("x")).status == 64)
    #expect(try await run("export", "Unit1", "--exam", folder("x")).status == 64)
    #expect(!FileManager.default.fileExists(atPath: folder("x")))
  }
}
