import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Assessment

@Suite("Jobs run on a few threads and keep their order", .timeLimit(.minutes(10)))
struct JobsTests {
  /// Runs jobs on a thread of their own, so that waiting for them holds none that tasks share.
  private func run<Item: Sendable, Value: Sendable>(
    _ items: [Item], jobs: Int, finished: @escaping @Sendable (Int) -> Void = { _ in },
    body: @escaping @Sendable (Item) -> Value
  ) async -> [Value] {
    await withCheckedContinuation { waiter in
      Thread.detachNewThread {
        waiter.resume(returning: inParallel(items, jobs: jobs, body: body, finished: finished))
      }
    }
  }

  @Test(
    "Every item is worked on once, and the results are in the order of the items",
    arguments: [-1, 0, 1, 2, 7, 64], [0, 1, 2, 100])
  func order(jobs: Int, count: Int) async {
    let runs = Mutex<[Int: Int]>([:])
    let items = (0..<count).map { $0 * 3 }
    let results = await run(items, jobs: jobs) { item in
      runs.withLock { $0[item, default: 0] += 1 }
      return "\(item)"
    }
    #expect(results == items.map { "\($0)" })
    #expect(runs.withLock { $0 } == Dictionary(uniqueKeysWithValues: items.map { ($0, 1) }))
  }

  @Test("Progress counts up to the number of items, one call at a time")
  func progress() async {
    let counts = Mutex<[Int]>([])
    let isTelling = Mutex(false)
    let overlaps = Mutex(0)
    _ = await run(Array(0..<200), jobs: 8) { count in
      let wasTelling = isTelling.withLock { telling in
        defer { telling = true }
        return telling
      }
      if wasTelling { overlaps.withLock { $0 += 1 } }
      counts.withLock { $0.append(count) }
      isTelling.withLock { $0 = false }
    } body: {
      $0
    }
    #expect(counts.withLock { $0 } == Array(1...200))
    #expect(overlaps.withLock { $0 } == 0)
  }

  @Test("As many items are worked on at once as there are jobs, and never more", arguments: [1, 4])
  func atOnce(jobs: Int) async {
    let state = Mutex((running: 0, most: 0))
    let arrived = DispatchSemaphore(value: 0)
    let results = await run(Array(0..<20), jobs: jobs) { item in
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
    #expect(!results.contains(false))
    #expect(state.withLock { $0.most } == jobs)
  }
}
