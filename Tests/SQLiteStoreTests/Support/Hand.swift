import Foundation
import Glibc
import Sandbox
import TestSupport

/// The program `store-hand`: a process of its own that uses a gradebook.
struct Hand {
  /// How it is started.
  let program: ProcessSpecification

  /// Prepares to start one.
  ///
  /// - Parameters:
  ///   - runner: A command that starts it, if something else is to.
  ///   - copy: Where to start a copy of the program, if its own folder is not open to everyone.
  init(
    _ what: String, _ path: String, _ name: String = "", _ count: Int = 0,
    by runner: [String] = [], copiedTo copy: String? = nil
  ) throws {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(filePath: own ?? "/").deletingLastPathComponent()
    let variables = ProcessInfo.processInfo.environment
    var executable = folder.appending(path: "store-hand").path
    if let copy {
      try FileManager.default.copyItem(atPath: executable, toPath: copy)
      executable = copy
    }
    let command = runner + [executable, what, path, name, String(count)]
    program = ProcessSpecification(
      executable: command[0], arguments: Array(command.dropFirst()),
      environment: variables.filter { ["PATH", "LD_LIBRARY_PATH", "HOME"].contains($0.key) })
  }

  /// Lets it run to its end.
  ///
  /// - Returns: The lines it printed.
  func lines() async throws -> [String] {
    let program = program
    let run = try await onThread {
      try CapturedRun.run(program, seconds: 110, byteLimit: 16 << 20)
    }
    guard run.succeeded else {
      throw Failure(description: String(decoding: run.error, as: UTF8.self))
    }
    return Self.lines(of: run.output)
  }

  /// Kills it in the middle of what it does, once it has printed some lines.
  ///
  /// - Returns: The whole lines it printed until then.
  func linesUntilKilled(after count: Int) async throws -> [String] {
    let program = program
    return try await onThread {
      let (input, output) = (try StreamPipe(), try StreamPipe())
      let process = try ChildProcess(
        starting: program, input: input.reading, output: output.writing, error: .null())
      output.writing.closeNow()
      var bytes: [UInt8] = []
      var isAlive = true
      while true {
        var buffer = [UInt8](repeating: 0, count: 4 << 10)
        let size = read(output.reading.rawValue, &buffer, buffer.count)
        if size <= 0 { break }
        bytes += buffer.prefix(size)
        if isAlive, Self.lines(of: bytes).count >= count {
          process.end()
          isAlive = false
        }
      }
      process.end()
      return Self.lines(of: bytes)
    }
  }

  /// The lines that have an end.
  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Why it did not run to its end.
  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }
}
