import Foundation
import Sandbox
import Testing

/// Limits are set from outside, just after the start, and the input arrives after that: so each script that depends on
/// them first reads a line.
@Suite("Limits hold for a program and for what it starts", .timeLimit(.minutes(10)))
struct ProcessLimitsTests {
  private static let line = Array("go\n".utf8)

  /// Runs a script that begins once the limits are set.
  private func limited(
    _ limits: ProcessLimits, _ script: String, in folder: String? = nil
  ) async throws -> CapturedRun {
    try await CapturedRun.shell(
      "read line; \(script)", input: Self.line, in: folder, limits: limits)
  }

  @Test("Memory is limited in mebibytes, soft and hard, also in what the program starts")
  func memory() async throws {
    let limits = ProcessLimits(memoryMegabytes: 512)
    let run = try await limited(limits, "ulimit -Sv; ulimit -Hv; sh -c 'ulimit -v'")
    #expect(run.text == "524288\n524288\n524288\n")
    let enough = "dd if=/dev/zero of=/dev/null bs=1M count=1"
    #expect(try await limited(ProcessLimits(memoryMegabytes: 64), enough).succeeded)
    let tooMuch = "dd if=/dev/zero of=/dev/null bs=300M count=1"
    #expect(try await limited(ProcessLimits(memoryMegabytes: 1_024), tooMuch).succeeded)
    #expect(try await limited(ProcessLimits(memoryMegabytes: 64), tooMuch).succeeded == false)
  }

  @Test("A file stops to grow at its limit")
  func file() async throws {
    let folder = try TemporaryFolder()
    let run = try await limited(
      ProcessLimits(fileMegabytes: 1), "head -c 3000000 /dev/zero > big; exit $?",
      in: folder.path)
    // A shell reports a signal as 128 and its number; 25 is SIGXFSZ.
    #expect(run.ending == .ended(.exited(status: 153)))
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/big")
    #expect(attributes[.size] as? Int == 1_048_576)
  }

  @Test("A program that uses up its processor time is ended by the signal that says so")
  func processor() async throws {
    let run = try await limited(ProcessLimits(processorSeconds: 1), "while :; do :; done")
    // 24 is SIGXCPU.
    #expect(run.ending == .ended(.signalled(24)))
  }

  @Test("A program that ignores that signal is ended all the same")
  func stubborn() async throws {
    let run = try await limited(
      ProcessLimits(processorSeconds: 1), "trap '' XCPU; while :; do :; done")
    #expect(run.ending == .ended(.signalled(9)))
  }

  @Test("Core files are always off")
  func core() async throws {
    #expect(try await limited(ProcessLimits(), "ulimit -Sc; ulimit -Hc").text == "0\n0\n")
  }

  @Test("What is not limited is as the starter has it")
  func unlimited() async throws {
    func rows(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.hasPrefix("Max core file size") }
    }
    let own = try String(contentsOfFile: "/proc/self/limits", encoding: .utf8)
    let run = try await limited(ProcessLimits(), "cat /proc/self/limits")
    #expect(rows(run.text) == rows(own))
    #expect(rows(run.text).count > 10)
  }
}
