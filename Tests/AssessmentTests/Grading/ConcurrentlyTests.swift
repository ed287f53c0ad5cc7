import Synchronization
import Testing

@testable import Assessment

@Suite("Work that can be halted", .timeLimit(.minutes(10)))
struct ConcurrentlyTests {
  private struct Trouble: Error {}

  @Test(
    "Every item is worked on once and handed over with its place", arguments: [-1, 1, 2, 64],
    [0, 1, 50])
  func all(jobs: Int, count: Int) async throws {
    var places: [Int: Int] = [:]
    try await concurrently((0..<count).map { $0 * 3 }, jobs: jobs, until: Halt()) {
      $0 + 1
    } finished: {
      places[$0] = $1
    }
    #expect(places == Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, $0 * 3 + 1) }))
  }

  @Test(
    "After a halt nothing new begins, and what was begun is finished", arguments: [1, 4])
  func halted(jobs: Int) async throws {
    let halt = Halt()
    let begun = Atomic(0)
    var finished = 0
    try await concurrently(Array(0..<100), jobs: jobs, until: halt) { _ in
      begun.add(1, ordering: .relaxed)
    } finished: { _, _ in
      finished += 1
      if finished == 10 { #expect(halt.request()) }
    }
    #expect(!halt.request(), "only the first to ask is told so")
    #expect(finished >= 10 && finished < 10 + jobs)
    #expect(begun.load(ordering: .relaxed) == finished)
  }

  @Test("An error is thrown once what was begun is finished", arguments: [1, 4])
  func failing(jobs: Int) async throws {
    let begun = Atomic(0)
    var finished = 0
    await #expect(throws: Trouble.self) {
      try await concurrently(Array(0..<100), jobs: jobs, until: Halt()) { item in
        begun.add(1, ordering: .relaxed)
        if item == 20 { throw Trouble() }
      } finished: { _, _ in
        finished += 1
      }
    }
    #expect(finished >= 20 && finished < 20 + jobs)
    #expect(begun.load(ordering: .relaxed) == finished + 1)
  }
}
