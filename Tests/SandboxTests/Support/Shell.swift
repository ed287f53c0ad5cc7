import Foundation
import Sandbox

extension CapturedRun {
  /// Runs a program on a thread of its own, so that waiting for it holds none that tasks share.
  static func inBackground(
    _ program: ProcessSpecification, input: [UInt8] = [], keepingInputOpen: Bool = false,
    seconds: Int = 110, byteLimit: Int = 1 << 20
  ) async throws -> CapturedRun {
    try await withCheckedThrowingContinuation { waiter in
      Thread.detachNewThread {
        waiter.resume(
          with: Result {
            try run(
              program, input: input, keepingInputOpen: keepingInputOpen, seconds: seconds,
              byteLimit: byteLimit)
          })
      }
    }
  }

  /// Runs a shell script and gives back what it did.
  static func shell(
    _ script: String, _ arguments: [String] = [], input: [UInt8] = [],
    keepingInputOpen: Bool = false, in folder: String? = nil,
    limits: ProcessLimits = ProcessLimits(), seconds: Int = 110, byteLimit: Int = 1 << 20
  ) async throws -> CapturedRun {
    try await inBackground(
      .shell(script, arguments, in: folder, limits: limits), input: input,
      keepingInputOpen: keepingInputOpen, seconds: seconds, byteLimit: byteLimit)
  }

  /// What it wrote to standard output, as text.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// What it wrote to standard error, as text.
  var errorText: String { String(decoding: error, as: UTF8.self) }
}

extension ProcessSpecification {
  /// A shell that runs a script.
  static func shell(
    _ script: String, _ arguments: [String] = [], in folder: String? = nil,
    limits: ProcessLimits = ProcessLimits()
  ) -> ProcessSpecification {
    ProcessSpecification(
      executable: "/bin/sh", arguments: ["-c", script, "sh"] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], workingDirectory: folder,
      limits: limits)
  }
}
