import Assessment
import Foundation
import Sandbox
import TestSupport
import Testing

/// The built `grader`, run as its users run it.
enum GraderProgram {
  /// What a run printed and how it ended.
  struct Run {
    /// Standard output.
    var output: String
    /// Standard error.
    var error: String
    /// The exit status, or -1 when it did not exit by itself.
    var status: Int
  }

  /// The folder of built programs, which is that of the program these tests are linked into.
  private static let folder: URL = {
    let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: program ?? "/").deletingLastPathComponent()
  }()

  /// The program's path.
  static var path: String { folder.appending(path: "grader").path }

  /// The checkout these tests were built from.
  static func course() throws -> Course {
    try Course.locate(named: nil, program: path, currentFolder: ".")
  }

  /// Runs the grader.
  ///
  /// - Parameters:
  ///   - arguments: The command line after the program's name.
  ///   - runner: A command that runs the grader, if something else is to start it.
  ///   - environment: What is added to a plain environment.
  static func run(
    _ arguments: [String], by runner: [String] = [], environment: [String: String] = [:]
  ) async throws -> Run {
    var all = ["LANG": "C.UTF-8", "COLUMNS": "80"]
    for name in ["PATH", "LD_LIBRARY_PATH", "HOME"] {
      all[name] = ProcessInfo.processInfo.environment[name]
    }
    all.merge(environment) { _, new in new }
    let command = runner + [path] + arguments
    let program = ProcessSpecification(
      executable: command[0], arguments: Array(command.dropFirst()), environment: all)
    let run = try await onThread {
      try CapturedRun.run(program, seconds: 900, byteLimit: 16 << 20)
    }
    let status = if case .ended(.exited(let status)) = run.ending { status } else { -1 }
    return Run(
      output: String(decoding: run.output, as: UTF8.self),
      error: String(decoding: run.error, as: UTF8.self), status: status)
  }
}
