import Foundation
import Sandbox
import Testing

@testable import Assessment

@Suite("What was prepared is seen to be whole, and a kill by the machine is no learner's fault")
struct PreparedFilesTests {
  /// A folder with some files.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("libOne.so", "a library")
    try folder.write("modules/One.swiftmodule", "a module")
    try folder.write("modules/Empty.swiftmodule", "")
    return folder
  }

  @Test("Files that are as they were are whole, also beside new ones")
  func whole() throws {
    let folder = try folder()
    let files = try PreparedFiles(in: folder.path)
    #expect(files.areWhole(in: folder.path))
    try folder.write("module-cache/Later.pcm", "more")
    #expect(files.areWhole(in: folder.path))
    let read = try JSONDecoder().decode(PreparedFiles.self, from: JSONEncoder().encode(files))
    #expect(read.areWhole(in: folder.path))
  }

  @Test(
    "One file that is missing, cut off, longer or something else is noticed",
    arguments: ["libOne.so", "modules/One.swiftmodule", "modules/Empty.swiftmodule"])
  func changed(name: String) throws {
    let folder = try folder()
    let files = try PreparedFiles(in: folder.path)
    let content = try Data(contentsOf: URL(filePath: folder(name)))
    for change in [content + Data("x".utf8), content.dropLast(), nil] where change != content {
      if let change { try change.write(to: URL(filePath: folder(name))) }
      if change == nil { try FileManager.default.removeItem(atPath: folder(name)) }
      #expect(!files.areWhole(in: folder.path))
    }
    try FileManager.default.createDirectory(
      atPath: folder(name), withIntermediateDirectories: false)
    #expect(!files.areWhole(in: folder.path))
  }

  @Test("An empty folder is never whole")
  func nothing() throws {
    let folder = try TemporaryFolder()
    #expect(!(try PreparedFiles(in: folder.path).areWhole(in: folder.path)))
  }

  /// Runs a line of shell.
  private func run(_ line: String) throws -> CapturedRun {
    try CapturedRun.run(
      ProcessSpecification(executable: "/bin/sh", arguments: ["-c", line], environment: [:]),
      seconds: 60, byteLimit: 1 << 10)
  }

  @Test("A step that the machine kills once is run again; twice is the machine's fault")
  func kills() throws {
    var lines = ["kill -9 $$", "echo done", "never"]
    let done = try SubmissionBuild.outlastingKills { try run(lines.removeFirst()) }
    #expect(done.output == Array("done\n".utf8))
    #expect(lines == ["never"])
    let error = #expect(throws: AssessmentError.self) {
      try SubmissionBuild.outlastingKills { try run("kill -9 $$") }
    }
    #expect(error?.kind == .machine)
  }

  @Test(
    "Any other end is the step's own, and it is not run again",
    arguments: ["exit 0", "exit 1", "exit 137", "kill -15 $$", "kill -24 $$"])
  func otherEnds(line: String) throws {
    var count = 0
    _ = try SubmissionBuild.outlastingKills {
      count += 1
      return try run("ulimit -c 0; \(line)")
    }
    #expect(count == 1)
  }
}
