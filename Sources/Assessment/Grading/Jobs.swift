import Foundation
import Synchronization

/// Runs a body for every item on a few threads, and gives the results back in the order of the items.
///
/// Threads and not tasks, since a body waits for processes most of its time and must not hold the threads that tasks
/// share.
///
/// - Parameters:
///   - items: What to work on.
///   - jobs: How many items are worked on at once, at least 1.
///   - finished: Told after each item, one call at a time, with how many are done.
package func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, body: @escaping @Sendable (Item) -> Result,
  finished: @escaping @Sendable (Int) -> Void
) -> [Result] {
  let progress = Mutex(JobProgress<Result>())
  let group = DispatchGroup()
  for _ in 0..<min(max(jobs, 1), items.count) {
    group.enter()
    Thread.detachNewThread {
      defer { group.leave() }
      while true {
        let index = progress.withLock { progress in
          defer { progress.next += 1 }
          return progress.next
        }
        guard index < items.count else { return }
        let result = body(items[index])
        progress.withLock { progress in
          progress.results[index] = result
          progress.done += 1
          finished(progress.done)
        }
      }
    }
  }
  group.wait()
  return progress.withLock { progress in items.indices.compactMap { progress.results[$0] } }
}

/// How far the threads have come.
private struct JobProgress<Result: Sendable>: Sendable {
  var next = 0
  var done = 0
  var results: [Int: Result] = [:]
}
