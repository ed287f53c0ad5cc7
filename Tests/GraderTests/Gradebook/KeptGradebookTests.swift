import Assessment
import Foundation
import TestSupport
import Testing

/// A gradebook that was made by an earlier grader, and what that grader said of it: `Tests/GraderTests/Kept`.
///
/// It was made by the commands of the grader as it was in November 2026, before events could have a second schema, with
/// the clock of a March day and a course of one unit: events of schema 1 of every name, `grading.json` of version 2,
/// a file of
/// format 1. Ada's first taking passed and is closed and its certificate revoked, her
/// second has begun; Ben's sitting was taken back once, and his certificate stands and is kept beside it; Cleo's
/// submissions did not build and trapped, and her sitting is under way; grading Dora's broke; Emil withdrew.
///
/// **None of it is ever made anew.** What differs here is a gradebook out there that is read wrongly. Nothing that is
/// asked depends on the present day, or on what the course has become.
@Suite("A gradebook of an earlier grader")
struct KeptGradebookTests {
  /// The key of the office that issued its certificates, whose private half nobody has.
  private static let issuer = "did:key:z6Mki7mz5tTgseyjW7Rg2WmRyt6NV36PFd4Gq7pFX7eeHTsP"

  /// Everything that was asked of it then, by the name of the file with the output.
  private static let questions: [(file: String, arguments: [String])] = [
    ("verify", ["gradebook", "verify"]), ("learners", ["learners"]),
    ("status-ada-1", ["status", "ada", "--taking", "1"]), ("status-ada-2", ["status", "ada"]),
    ("status-ben-1", ["status", "ben"]), ("status-cleo-1", ["status", "cleo"]),
    ("status-dora-1", ["status", "dora"]), ("status-emil-1", ["status", "emil"]),
    ("exam-ada", ["exam", "status", "ada"]), ("exam-ben", ["exam", "status", "ben"]),
    ("exam-cleo", ["exam", "status", "cleo"]), ("exam-dora", ["exam", "status", "dora"]),
    ("exam-emil", ["exam", "status", "emil"]),
  ]

  /// The path of something that is kept.
  private func kept(_ path: String) throws -> String {
    "\(try GraderProgram.course().root)/Tests/GraderTests/Kept/\(path)"
  }

  /// A folder with a copy of the gradebook.
  private func copy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: try kept("book.sqlite"), toPath: folder.file())
    return folder
  }

  /// Asks the copy in a folder everything again and compares.
  private func check(_ folder: TemporaryFolder) async throws {
    for (file, arguments) in Self.questions {
      let run = try await GraderProgram.run(
        arguments + ["--format", "json", "--gradebook", folder.file()])
      #expect(run.status == 0, "\(arguments): \(run.error)")
      let expected = try String(contentsOfFile: try kept("Outputs/\(file).json"), encoding: .utf8)
      #expect(run.output == expected, "\(arguments)")
    }
  }

  @Test("It opens, its chain ends in the same head, and it reads the same, also after a rebuild")
  func reads() async throws {
    let folder = try copy()
    try await check(folder)
    let rebuilt = try await GraderProgram.run([
      "gradebook", "rebuild", "--gradebook", folder.file(),
    ])
    #expect(rebuilt.status == 0, "\(rebuilt.error)")
    try await check(folder)
  }

  @Test("Its certificate is handed out again as it was issued, and nothing new is")
  func certificates() async throws {
    let folder = try copy()
    func issue(_ learner: String) async throws -> GraderProgram.Run {
      try await GraderProgram.run([
        "certificate", "issue", learner, "--taking", "1", "--to", folder.file(learner),
        "--keys", folder.file("none"), "--gradebook", folder.file(),
      ])
    }
    let again = try await issue("ben")
    #expect(again.status == 0, "\(again.error)")
    for name in ["certificate.json", "grading-record.json"] {
      let one = try Data(contentsOf: URL(filePath: folder.file("ben/\(name)")))
      #expect(one == (try Data(contentsOf: URL(filePath: try kept("Certificate/\(name)")))))
    }
    let revoked = try await issue("ada")
    #expect(revoked.status == 4, "\(revoked.output)")
    #expect(revoked.error.contains("was revoked"))
    // The head is among what is asked: nothing was recorded.
    try await check(folder)
  }

  @Test("Its certificate verifies in every form, but for the status, which is asked elsewhere")
  func verifies() async throws {
    for name in ["certificate.json", "certificate.svg", "certificate.html"] {
      let run = try await GraderProgram.run([
        "certificate", "verify", try kept("Certificate/\(name)"), "--issuer", Self.issuer,
        "--keys", try kept("none"), "--offline", "--format", "json",
      ])
      #expect(run.status == 6, "\(name): \(run.output)\(run.error)")
      guard name == "certificate.json" else {
        #expect(run.output.contains(#""outcome" : "statusUnknown""#), "\(name)")
        continue
      }
      let expected = try String(
        contentsOfFile: try kept("Outputs/certificate.json"), encoding: .utf8)
      #expect(run.output == expected)
    }
  }
}
