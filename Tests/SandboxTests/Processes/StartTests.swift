import Foundation
import Glibc
import Sandbox
import Testing

@Suite("A program gets what its specification says and nothing else", .timeLimit(.minutes(10)))
struct StartTests {
  @Test("Its descriptors are the three standard streams, whatever the starter has open")
  func descriptors() async throws {
    // Open and inheritable, as a careless library would leave them.
    let careless = [20, 77, 150].map { fcntl(STDERR_FILENO, F_DUPFD, $0) }
    defer { for descriptor in careless { close(descriptor) } }
    try #require(careless.allSatisfy { $0 >= 20 })
    let script = "for n in $(seq 0 250); do [ -e /proc/$$/fd/$n ] && echo $n; done; true"
    let run = try await CapturedRun.shell(script)
    #expect(run.text == "0\n1\n2\n")
  }

  @Test("Its environment is exactly the given one")
  func environment() async throws {
    let given = ["A": "1", "EMPTY": "", "TEXT": "a b=c\nΩ", "PATH": "/nowhere"]
    for environment in [given, [:]] {
      let run = try await CapturedRun.inBackground(
        ProcessSpecification(
          executable: "/usr/bin/env", arguments: ["-0"], environment: environment))
      let variables = run.text.split(separator: "\u{0}").map(String.init)
      #expect(Set(variables) == Set(environment.map { "\($0.key)=\($0.value)" }))
      #expect(variables.count == environment.count)
    }
  }

  @Test("It starts in the given folder, or else in the starter's own")
  func folder() async throws {
    let folder = try TemporaryFolder()
    let inside = try await CapturedRun.shell("/bin/pwd -P", in: folder.path)
    #expect(inside.text == folder.path + "\n")
    let here = try await CapturedRun.shell("/bin/pwd -P")
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/cwd")
    #expect(here.text == own + "\n")
  }

  @Test("It leads a session and a group of its own")
  func session() async throws {
    // Fields 5 and 6 of the line are the numbers of its group and of its session.
    let run = try await CapturedRun.shell("echo $$; cut -d ' ' -f 5,6 /proc/$$/stat")
    let lines = run.text.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[1] == "\(lines[0]) \(lines[0])")
    #expect(pid_t(lines[0]) != getpid())
  }

  @Test("No signal is ignored or blocked, whatever the starter does with it")
  func signals() async throws {
    signal(SIGUSR2, SIG_IGN)
    let run = try await CapturedRun.inBackground(
      ProcessSpecification(
        executable: "/bin/grep", arguments: ["-E", "Sig(Blk|Ign)", "/proc/self/status"]))
    let masks = run.text.split(separator: "\n").map { line in
      UInt64(line.split(separator: "\t").last ?? "", radix: 16)
    }
    // The C library itself makes a spawned program ignore its two internal signals, 32 and 33.
    #expect(masks.map { $0.map { $0 & ~(0b11 << 31) } } == [0, 0])
  }

  @Test("A program that cannot be started is named, with the reason")
  func notStarted() async throws {
    let folder = try TemporaryFolder()
    let text = "\(folder.path)/text"
    let noRights = "\(folder.path)/noRights"
    try Data("\u{1}\u{2}no program".utf8).write(to: URL(filePath: text))
    try Data("#!/bin/sh\n".utf8).write(to: URL(filePath: noRights))
    try #require(chmod(text, 0o755) == 0 && chmod(noRights, 0o644) == 0)
    for (program, code, words) in [
      ("/no/such/program", ENOENT, "No such file or directory"),
      (folder.path, EACCES, "Permission denied"), (noRights, EACCES, "Permission denied"),
      (text, ENOEXEC, "Exec format error"),
    ] {
      let error = await #expect(throws: SystemError.self) {
        try await CapturedRun.inBackground(ProcessSpecification(executable: program))
      }
      #expect(error?.code == code)
      #expect(error?.description == "Could not start \(program): \(words).")
    }
  }

  @Test("A folder to start in that is not there is an error, and nothing runs elsewhere")
  func missingFolder() async throws {
    let error = await #expect(throws: SystemError.self) {
      try await CapturedRun.shell("echo here", in: "/no/such/folder")
    }
    #expect(error?.code == ENOENT)
  }
}
