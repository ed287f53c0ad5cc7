import Assessment
import Foundation
import Grading
import TestSupport
import Testing

@Suite("Kits are exported and checked from the command line")
struct KitTests {
  @Test("An export is found clean, is never written over, and what is added to it is found")
  func exporting() async throws {
    let folder = try TemporaryFolder()
    let kit = folder.file("kit")
    let export = try await GraderProgram.run(["kit", "export", kit])
    #expect(export.status == 0)
    #expect(export.error.isEmpty)
    let check = try await GraderProgram.run(["kit", "check", kit])
    #expect(check.status == 0)
    #expect(check.output.hasSuffix(" files, and nothing hidden in them.\n"))
    let page = "\(kit)/README.md"
    try "My notes.".write(toFile: page, atomically: true, encoding: .utf8)
    let again = try await GraderProgram.run(["kit", "export", kit])
    #expect(again.status == 66)
    #expect(again.error.contains("is not empty"))
    #expect(try String(contentsOfFile: page, encoding: .utf8) == "My notes.")
    let course = try GraderProgram.course()
    let exam = try #require(try course.examPool().items.first).question
    try "Ask me about \(exam.id).".write(toFile: page, atomically: true, encoding: .utf8)
    try "".write(toFile: "\(kit)/notes.txt", atomically: true, encoding: .utf8)
    let leak = try await GraderProgram.run(["kit", "check", kit])
    #expect(leak.status == 3)
    #expect(
      leak.output == """
        README.md:1 names the exam question \(exam.id).
        notes.txt is no part of a kit.
        2 findings. This is not for learners.

        """)
  }

  @Test("A folder that is none, or is nowhere, ends with 66 and is named")
  func nowhere() async throws {
    for command in ["check", "export"] {
      let run = try await GraderProgram.run(["kit", command, "/no/such/folder"])
      #expect(run.status == 66)
      #expect(run.error.contains("/no/such/folder"))
      #expect(run.output.isEmpty)
    }
  }
}
