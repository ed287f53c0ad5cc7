import Foundation
import Grading
import Sandbox
import TestSupport
import Testing

@testable import Assessment
@testable import SuiteSupport

@Suite("A pool lends a host to one worker at a time", .timeLimit(.minutes(10)))
struct HostPoolTests {
  /// A library whose workers print what tells them apart.
  private static func library(under isolation: Isolation) throws -> HostedLibrary {
    try HostedLibrary(
      "say(getppid(), Array(Set(0..<64)))\nreturn 0", under: isolation)
  }

  /// A pool for a library's workers.
  private static func pool(_ library: HostedLibrary) throws -> HostPool {
    try HostPool(
      for: SuiteRequest.Submission(
        exercise: "None", host: library.program.executable, library: library.program.library,
        readable: library.program.readable, preloads: library.program.preloads,
        isolation: library.jail.isolation, limits: Limits()))
  }

  /// What a worker prints.
  private static func text(of worker: WorkerProcess) throws -> String {
    worker.input.closeNow()
    #expect(worker.process.endsByItself(within: 20_000))
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = read(worker.error.rawValue, &bytes, bytes.count)
    return String(decoding: bytes[..<max(count, 0)], as: UTF8.self)
  }

  @Test("Workers that are there at once order a set differently, each by a seed of its own")
  func seeds() async throws {
    try await onThread {
      let library = try Self.library(under: .bubblewrap)
      let pool = try Self.pool(library)
      defer { pool.close() }
      let workers = try (0..<4).map { _ in try WorkerProcess(from: pool) }
      let texts = try workers.map { try Self.text(of: $0) }
      for worker in workers { worker.letGo() }
      #expect(texts.allSatisfy { $0.contains("[") })
      #expect(Set(texts).count == 4)
    }
  }

  @Test("A host that has ended is passed over")
  func ended() async throws {
    try await onThread {
      let library = try HostedLibrary(
        "say(\"[\\(getppid())]\")\nreturn 0", under: .unconfined)
      let pool = try Self.pool(library)
      defer { pool.close() }
      for _ in 0..<4 {
        let worker = try WorkerProcess(from: pool)
        let text = try Self.text(of: worker)
        worker.letGo()
        let number = try #require(text.split(separator: "]").first?.dropFirst())
        #expect(kill(try #require(pid_t(number)), SIGKILL) == 0)
        // Dead, and not yet reaped by who started it.
        while try !String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
          .contains("State:\tZ")
        { usleep(1_000) }
      }
    }
  }

  @Test("A host whose worker is over is lent again, and no other")
  func reuse() async throws {
    try await onThread {
      let library = try Self.library(under: .unconfined)
      let pool = try Self.pool(library)
      defer { pool.close() }
      let first = try WorkerProcess(from: pool)
      let second = try WorkerProcess(from: pool)
      let third = try WorkerProcess(from: pool)
      let texts = try [first, second, third].map { try Self.text(of: $0) }
      #expect(Set(texts).count == 3)
      second.letGo()
      let fourth = try WorkerProcess(from: pool)
      #expect(try Self.text(of: fourth) == texts[1])
      for worker in [first, third, fourth] { worker.letGo() }
    }
  }
}
