import Foundation
import Glibc
import Sandbox
import TestSupport

/// Many processes that use one gradebook, told to do the same thing at the same moment.
final class Crowd: Sendable {
  private let members: [Member]

  /// One process.
  private struct Member: Sendable {
    let process: ChildProcess
    let input: Descriptor
    let output: Descriptor
  }

  /// Starts so many processes and waits until each is ready.
  init(of count: Int, at path: String) async throws {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(filePath: own ?? "/").deletingLastPathComponent()
    let variables = ProcessInfo.processInfo.environment
    let program = ProcessSpecification(
      executable: folder.appending(path: "registrar-hand").path,
      arguments: [path, Office.root],
      environment: variables.filter { ["PATH", "LD_LIBRARY_PATH", "HOME"].contains($0.key) })
    members = try await onThread {
      try (0..<count).map { _ in
        let (input, output) = (try StreamPipe(), try StreamPipe())
        let process = try ChildProcess(
          starting: program, input: input.reading, output: output.writing, error: .null())
        input.reading.closeNow()
        output.writing.closeNow()
        return Member(process: process, input: input.writing, output: output.reading)
      }
    }
    _ = try await answers()
  }

  deinit {
    for member in members { member.process.end() }
  }

  /// Tells everybody the same and waits for what each says.
  func ask(_ line: String) async throws -> [String] {
    let bytes = Array((line + "\n").utf8)
    for member in members {
      _ = bytes.withUnsafeBytes { write(member.input.rawValue, $0.baseAddress, $0.count) }
    }
    return try await answers()
  }

  /// One line of everybody.
  private func answers() async throws -> [String] {
    let members = members
    return try await onThread { members.map { Self.line(from: $0.output) } }
  }

  /// One line of a process; what there is of it if the process ends.
  private static func line(from output: Descriptor) -> String {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(output.rawValue, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    return String(decoding: line, as: UTF8.self)
  }
}
