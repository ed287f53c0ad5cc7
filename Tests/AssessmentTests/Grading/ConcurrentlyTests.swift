import Dispatch
import Synchronization
import Testing

@testable import Assessment

@Suite("Work on many items at once", .timeLimit(.minutes(10)))
struct ConcurrentlyTests {
  private struct Trouble: Error {}

  @Test(
    "Every item is worked on once, and the results are in the order of the items",
    arguments: [-1, 0, 1, 2, 7, 64], [0, 1, 2, 100])
  func all(jobs: Int, count: Int) async throws {
    let runs = Mutex<[Int: Int]>([:])
    let items = (0..<count).map { $0 * 3 }
    let results = try await concurrently(items, jobs: jobs) { item in
      runs.withLock { $0[item, default: 0] += 1 }
      return item + 1
    } finished: { _ in
    }
    #expect(results == items.map { $0 + 1 })
    #expect(runs.withLock { $0 } == Dictionary(uniqueKeysWithValues: items.map { ($0, 1) }))
  }

  @Test("Progress counts up to the number of items")
  func progress() async throws {
    var counts: [Int] = []
    _ = try await concurrently(Array(0..<200), jobs: 8) {
      $0
    } finished: {
      counts.append($0)
    }
    #expect(counts == Array(1...200))
  }

  @Test(
    "As many items are worked on at once as there are jobs, and never more, also where each blocks its thread",
    arguments: [1, 4, 16])
  func atOnce(jobs: Int) async throws {
    let state = Mutex((running: 0, most: 0))
    let arrived = DispatchSemaphore(value: 0)
    let results = try await concurrently(Array(0..<40), jobs: jobs) { item in
      try await onThreadOfItsOwn {
        let running = state.withLock { state in
          state.running += 1
          state.most = max(state.most, state.running)
          return state.running
        }
        defer { state.withLock { $0.running -= 1 } }
        // The first wave waits until all of it is there.
        if item < jobs - 1 { return arrived.wait(timeout: .now() + 60) == .success }
        if running == jobs { for _ in 1..<jobs { arrived.signal() } }
        return true
      }
    } finished: { _ in
    }
    #expect(results.allSatisfy { $0 == true })
    #expect(state.withLock { $0.most } == jobs)
  }

  @Test(
    "After a halt nothing new begins, and what was begun is finished", arguments: [1, 4])
  func halted(jobs: Int) async throws {
    let halt = Halt()
    let begun = Atomic(0)
    var finished = 0
    let results = try await concurrently(Array(0..<100), jobs: jobs, until: halt) { _ in
      begun.add(1, ordering: .relaxed)
    } finished: {
      finished = $0
      if finished == 10 { #expect(halt.request()) }
    }
    #expect(!halt.request(), "only the first to ask is told so")
    #expect(finished >= 10 && finished < 10 + jobs)
    #expect(begun.load(ordering: .relaxed) == finished)
    #expect(results.count { $0 != nil } == finished)
  }

  @Test("An error is thrown once what was begun is finished", arguments: [1, 4])
  func failing(jobs: Int) async throws {
    let begun = Atomic(0)
    var finished = 0
    await #expect(throws: Trouble.self) {
      _ = try await concurrently(Array(0..<100), jobs: jobs) { item in
        begun.add(1, ordering: .relaxed)
        if item == 20 { throw Trouble() }
      } finished: {
        finished = $0
      }
    }
    #expect(finished >= 20 && finished < 20 + jobs)
    #expect(begun.load(ordering: .relaxed) == finished + 1)
  }
}
