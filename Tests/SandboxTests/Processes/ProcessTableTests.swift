import Foundation
import Glibc
import Sandbox
import Testing

/// Each of these changes or counts what belongs to a whole process, and so runs in one of its own.
@Suite("Nothing is left of many processes", .timeLimit(.minutes(10)))
struct ProcessTableTests {
  /// The shell commands that start a process outside of the session and return when it is there.
  private static let escape = """
    mkfifo up; setsid sh -c 'echo up > up; sleep 300 & exec sleep 300' & read line < up; echo $line
    """

  @Test("A process that left its session dies with the run, once orphans are adopted")
  func orphans() async {
    await #expect(processExitsWith: .success) {
      try ProcessTable.shared.adoptOrphans()
      for _ in 0..<3 {
        let lifeline = try Lifeline()
        let folder = try TemporaryFolder()
        let run = try CapturedRun.run(
          .shell("\(lifeline.hold); \(ProcessTableTests.escape)", in: folder.path), seconds: 60,
          byteLimit: 1_000)
        #expect(run.ending == .ended(.exited(status: 0)))
        #expect(run.text == "up\n")
        #expect(lifeline.isCut)
        #expect(children().isEmpty)
      }
    }
  }

  @Test("Hunting orphans leaves running processes alone")
  func others() async {
    await #expect(processExitsWith: .success) {
      try ProcessTable.shared.adoptOrphans()
      let pipe = try StreamPipe()
      let bystander = try ChildProcess(
        starting: .shell("read line; exit 6"), input: pipe.reading, output: pipe.writing,
        error: pipe.writing)
      for _ in 0..<5 {
        let run = try CapturedRun.run(.shell("sleep 300 & true"), seconds: 60, byteLimit: 1_000)
        #expect(run.succeeded)
      }
      _ = "go\n".utf8CString.withUnsafeBytes { write(pipe.writing.rawValue, $0.baseAddress, 3) }
      #expect(bystander.endsByItself(within: 60_000))
      #expect(bystander.end() == .exited(status: 6))
    }
  }

  @Test("Ending all ends every running process with its session")
  func endAll() async {
    await #expect(processExitsWith: .success) {
      let lifelines = try (0..<5).map { _ in try Lifeline() }
      let pipe = try StreamPipe()
      let processes = try lifelines.map { lifeline in
        let process = try ChildProcess(
          starting: .shell("\(lifeline.hold); sleep 300 & echo x; sleep 300"), input: .null(),
          output: pipe.writing, error: pipe.writing)
        var byte: UInt8 = 0
        while read(pipe.reading.rawValue, &byte, 1) == 1 && byte != UInt8(ascii: "\n") {}
        return process
      }
      #expect(lifelines.allSatisfy { $0.isHeld })
      ProcessTable.shared.endAll()
      #expect(lifelines.allSatisfy { $0.isCut })
      #expect(processes.allSatisfy { $0.end() == .signalled(9) })
    }
  }

  @Test("Neither a zombie nor a descriptor is left after many runs of every kind")
  func leaks() async {
    await #expect(processExitsWith: .success) {
      // The failed start comes first: its descriptors are let go of when the thread that starts processes comes to
      // the next one.
      func runEveryKind() throws {
        #expect(throws: SystemError.self) {
          try CapturedRun.run(
            ProcessSpecification(executable: "/no/such/program"), seconds: 60, byteLimit: 3)
        }
        _ = try CapturedRun.run(.shell("echo x; exit 1"), seconds: 60, byteLimit: 100)
        _ = try CapturedRun.run(.shell("sleep 300 & echo x"), seconds: 60, byteLimit: 100)
        _ = try CapturedRun.run(.shell("echo too much"), seconds: 60, byteLimit: 3)
        _ = try CapturedRun.run(.shell("sleep 300"), seconds: 0, byteLimit: 3)
      }
      // The first round opens what the runtime keeps for good.
      try runEveryKind()
      let before = try openDescriptors()
      for _ in 0..<40 { try runEveryKind() }
      #expect(try openDescriptors() == before)
      #expect(children().isEmpty)
    }
  }
}

/// The numbers of this process's children, zombies included.
private func children() -> [String] {
  let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
  return tasks.flatMap { task in
    let text = try? String(contentsOfFile: "/proc/self/task/\(task)/children", encoding: .utf8)
    return (text ?? "").split(separator: " ").map(String.init)
  }
}

/// How many descriptors this process has open.
private func openDescriptors() throws -> Int {
  try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
}
