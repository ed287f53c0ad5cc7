import Foundation
import Sandbox
import Testing

@Suite("A program in a jail of bubblewrap")
struct BubblewrapJailTests {
  /// Runs a shell's command line in a jail that shows the system's programs.
  private func shell(
    _ command: String, limits: ProcessLimits = ProcessLimits(),
    environment: [String: String] = [:], seconds: Int = 60
  ) throws -> CapturedRun {
    let program = ProcessSpecification(
      executable: "/usr/bin/bash", arguments: ["-c", command], environment: environment,
      limits: limits)
    let cell = Cell(readable: ["/usr/bin", "/usr/lib"])
    return try CapturedRun.run(
      try BubblewrapJail().confining(program, to: cell), seconds: seconds, byteLimit: 1 << 20)
  }

  /// What a run printed.
  private func output(_ run: CapturedRun) -> String {
    String(decoding: run.output, as: UTF8.self)
  }

  @Test("It gets the environment it is given and no other")
  func environment() throws {
    let run = try shell("declare -px", environment: ["A": "b c", "D": ""])
    let names = output(run).split(separator: "\n").map { $0.dropFirst("declare -x ".count) }
    #expect(names.contains("A=\"b c\""))
    #expect(names.contains("D=\"\""))
    // What bash adds by itself.
    #expect(
      names.allSatisfy { ["A=", "D=", "OLDPWD", "PWD=", "SHLVL="].contains(where: $0.hasPrefix) })
    let first = output(try shell("read -d '' -r all < /proc/1/environ; echo \"[$all]\""))
    #expect(first == "[]\n")
  }

  @Test("It starts with its three streams and no other open file")
  func descriptors() throws {
    let run = try shell("for f in /proc/$$/fd/*; do [ -e $f ] && echo ${f##*/}; done")
    // A shell keeps its own at 255.
    #expect(Set(output(run).split(separator: "\n")).subtracting(["255"]) == ["0", "1", "2"])
  }

  @Test("How it ends is told as if there were no jail")
  func endings() throws {
    #expect(try shell("exit 0").ending == .ended(.exited(status: 0)))
    #expect(try shell("exit 7").ending == .ended(.exited(status: 7)))
    #expect(try shell("kill -SEGV $$").ending == .ended(.signalled(11)))
    #expect(try shell("kill -KILL $$").ending == .ended(.signalled(9)))
    let limits = ProcessLimits(processorSeconds: 1)
    #expect(try shell("while :; do :; done", limits: limits).ending == .ended(.signalled(24)))
  }

  @Test("It sees itself and the first process of the jail, and starts no other")
  func processes() throws {
    let run = try shell("echo /proc/[0-9]*; (echo started)")
    #expect(output(run) == "/proc/1 /proc/2\n")
    #expect(!run.succeeded)
  }

  @Test("It can write nowhere")
  func writing() throws {
    let everywhere =
      "for d in / /tmp /dev /dev/shm /proc /usr /usr/lib /home; do echo x > $d/planted && echo $d; done"
    #expect(output(try shell(everywhere)) == "")
  }

  @Test("A path that is not there makes no jail, which is told apart from any end of the program")
  func missing() throws {
    let program = ProcessSpecification(executable: "/usr/bin/true")
    let confined = try BubblewrapJail().confining(program, to: Cell(readable: ["/no/such/file"]))
    let run = try CapturedRun.run(confined, seconds: 60, byteLimit: 1 << 16)
    #expect(run.ending == .ended(.notJailed))
    #expect(String(decoding: run.error, as: UTF8.self).contains("/no/such/file"))
  }

  @Test("A time-out ends everything in it")
  func ending() throws {
    let marker = "4.\(UInt32.random(in: 0...UInt32.max))"
    let program = ProcessSpecification(executable: "/usr/bin/sleep", arguments: ["5000\(marker)"])
    let confined = try BubblewrapJail().confining(program, to: Cell(readable: ["/usr/bin"]))
    #expect(try CapturedRun.run(confined, seconds: 1, byteLimit: 1 << 16).ending == .timedOut)
    let deadline = ContinuousClock.now + .seconds(30)
    while try isRunning(marker), ContinuousClock.now < deadline { usleep(10_000) }
    #expect(try !isRunning(marker))
  }

  /// Whether a process has a text among its arguments.
  private func isRunning(_ text: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").contains { number in
      guard Int(number) != nil,
        let file = FileManager.default.contents(atPath: "/proc/\(number)/cmdline")
      else { return false }
      return String(decoding: file, as: UTF8.self).contains(text)
    }
  }

  @Test("Many at once do not count each other's processes")
  func many() async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<24 { group.addTask { try shell("read -t 0.2 < /dev/zero; :").succeeded } }
      for try await succeeded in group { #expect(succeeded) }
    }
  }
}
