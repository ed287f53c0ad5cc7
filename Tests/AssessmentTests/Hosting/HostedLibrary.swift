import Foundation
import Grading
import Sandbox
import TestSupport
import Testing

@testable import Assessment

/// A library that was built as submissions are, with the host of its workers.
///
/// Its source defines what a worker does with the words that it is sent.
final class HostedLibrary: Sendable {
  /// How a worker ended and what it printed.
  struct Ending: Hashable {
    /// How it ended.
    var termination: Termination
    /// What it wrote to standard output and standard error.
    var text: String
  }

  /// The host's program with the library.
  let program: HostProgram
  /// What confines the host.
  let jail: any Jail
  private let scratch: TemporaryFolder
  /// Held for as long as the host may be used.
  private let runtime: PreparedRuntime

  /// Builds a library.
  ///
  /// - Parameters:
  ///   - body: The statements of `func act(_ words: [String]) -> Int32`, whose result is the exit status.
  ///   - declarations: What stands before it at top level.
  init(
    _ body: String, declarations: String = "", under isolation: Isolation,
    memoryMegabytes: Int = 2_048
  ) throws {
    jail = try isolation.jail()
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let course = try Course.locate(named: nil, program: own, currentFolder: ".")
    runtime = try PreparedRuntime.prepare(
      for: course, with: try Toolchain.find(environment: ProcessInfo.processInfo.environment)
    ) {}
    scratch = try TemporaryFolder()
    try scratch.write("Library.swift", Self.source(body, declarations))
    let build = SubmissionBuild(runtime: runtime, jail: jail, limits: Limits())
    switch try build.make(["Library.swift"], in: scratch.path, scratch.path) {
    case .made(let library):
      program = try runtime.host(
        of: library, in: scratch.path, processorSeconds: 2, memoryMegabytes: memoryMegabytes)
    case .notCompiled(let run), .notLinked(let run):
      throw BuildFailure(text: String(decoding: run.error, as: UTF8.self))
    }
  }

  /// Starts a host.
  func host() throws -> WorkerHost {
    try WorkerHost(starting: try jail.confining(host: program))
  }

  /// Lets a host's next worker act, to its end or until it is ended.
  ///
  /// - Parameters:
  ///   - words: What the worker is sent.
  ///   - host: The host.
  ///   - isEndedAfter: What the worker prints before it is ended; `nil` lets it end by itself.
  func run(_ words: String..., on host: WorkerHost, isEndedAfter: String? = nil) throws -> Ending {
    let input = try StreamPipe()
    let output = try StreamPipe()
    let worker = try host.start(
      input: input.reading, output: output.writing, error: output.writing)
    output.writing.closeNow()
    _ = words.map { "\($0)\n" }.joined().withCString {
      write(input.writing.rawValue, $0, strlen($0))
    }
    input.reading.closeNow()
    input.writing.closeNow()
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      // Ends when nobody holds the other end any more, be it the worker or what it has started.
      let count = read(output.reading.rawValue, &piece, piece.count)
      if count <= 0 { break }
      text += piece[..<count]
      if let isEndedAfter, String(decoding: text, as: UTF8.self).contains(isEndedAfter) {
        worker.end()
      }
    }
    return Ending(termination: worker.end(), text: String(decoding: text, as: UTF8.self))
  }

  /// Lets a fresh host's worker act.
  func run(_ words: String) throws -> Ending {
    let host = try host()
    defer { host.end() }
    return try run(words, on: host)
  }

  /// The source of a library.
  private static func source(_ body: String, _ declarations: String) -> String {
    """
    import Foundation
    import Glibc

    @_silgen_name("fork") func forked() -> Int32

    func say(_ words: Any...) {
      let line = words.map { "\\($0)" }.joined(separator: " ") + "\\n"
      _ = line.withCString { write(1, $0, strlen($0)) }
    }
    \(declarations)

    func act(_ words: [String]) -> Int32 {
    \(body)
    }

    @main enum Library {
      static func main() {
        var text: [UInt8] = []
        var byte: UInt8 = 0
        while read(10, &byte, 1) == 1 { text.append(byte) }
        exit(act(String(decoding: text, as: UTF8.self).split(separator: "\\n").map(String.init)))
      }
    }
    """
  }

  /// A library of a test does not build.
  struct BuildFailure: Error {
    /// What the compiler or linker printed.
    var text: String
  }
}
