import Foundation
import Grading
import Testing

@testable import Sandbox

@Suite("Whatever of the grader is killed, no worker lives on", .timeLimit(.minutes(10)))
struct EndingTests {
  /// A process of this machine, as `/proc` shows it.
  private struct Entry {
    /// Its number.
    var id: pid_t
    /// The number of its parent.
    var parent: pid_t
    /// The path of its program.
    var program: String
    /// Its arguments.
    var arguments: [String]
  }

  /// What is killed.
  enum Victim: CaseIterable {
    /// The grader itself.
    case grader
    /// The process in which the suite runs.
    case suite
    /// The process that starts workers.
    case host
  }

  /// The processes of this machine.
  private static func processes() throws -> [Entry] {
    let files = FileManager.default
    return try files.contentsOfDirectory(atPath: "/proc").compactMap { name in
      guard let id = pid_t(name),
        let program = try? files.destinationOfSymbolicLink(atPath: "/proc/\(name)/exe"),
        let status = try? String(contentsOfFile: "/proc/\(name)/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("PPid:") }),
        let parent = line.split(separator: "\t").last.flatMap({ pid_t($0) })
      else { return nil }
      let arguments = (try? String(contentsOfFile: "/proc/\(name)/cmdline", encoding: .utf8)) ?? ""
      return Entry(
        id: id, parent: parent, program: program,
        arguments: arguments.split(separator: "\0").map(String.init))
    }
  }

  @Test(
    "Its workers and their hosts are gone soon after", arguments: Victim.allCases,
    Isolation.allCases)
  func killing(_ victim: Victim, isolation: Isolation) async throws {
    let folder = try ClassFolder()
    try folder.add(
      "sleeps",
      [
        .init("FactDesk.swift", BadInputTests.countsTests, "while true { sleep(60) }"),
        .init("FactDesk.swift", "import SeedVault\n", "import Glibc\nimport SeedVault\n"),
      ])
    // Where this grading, and no other, has its programs.
    let scratch = "\(folder.path)/.scratch"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    var environment = ["LANG": "C.UTF-8", "TMPDIR": scratch]
    for name in ["PATH", "LD_LIBRARY_PATH", "HOME"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
    let nowhere = Descriptor(open("/dev/null", O_RDWR | O_CLOEXEC))
    let grader = try ChildProcess(
      starting: ProcessSpecification(
        executable: GraderProgram.path,
        arguments: [
          "grade", folder.path, "--exercise", "FrontDesk", "--isolation", isolation.rawValue,
        ], environment: environment), input: nowhere, output: nowhere, error: nowhere)
    defer { grader.end() }

    var worker: Entry?
    var suite: Entry?
    while worker == nil, !grader.endsByItself(within: 1) {
      let all = try Self.processes()
      let hosted = all.filter { $0.program.hasPrefix("\(scratch)/") }
      worker = hosted.first { worker in hosted.contains { $0.id == worker.parent } }
      suite = all.first { $0.parent == grader.id && $0.arguments.last == "suite-process" }
    }
    let hanging = try #require(worker, "a worker is under way")
    let running = try #require(suite)

    let killed =
      switch victim {
      case .grader: grader.id
      case .suite: running.id
      case .host: hanging.parent
      }
    kill(killed, SIGKILL)
    let deadline = ContinuousClock.now + .seconds(60)
    func isLeft() throws -> Bool {
      try Self.processes().contains { process in
        // Of a grading that goes on, only the worker of the host that was killed must be gone.
        guard victim != .host else { return process.id == hanging.id }
        // What is about to become a host names it.
        return process.id == running.id
          || ([process.program] + process.arguments).contains { $0.hasPrefix("\(scratch)/") }
      }
    }
    while try isLeft(), ContinuousClock.now < deadline { usleep(10_000) }
    #expect(try !isLeft())
  }
}
