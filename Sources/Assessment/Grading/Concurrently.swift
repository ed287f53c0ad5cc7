import Foundation

/// Works on items in so many tasks at once, and says how far it has come.
///
/// **What was begun is finished**, also when somebody asks for a halt or a body throws; then nothing new begins.
///
/// - Parameters:
///   - items: What to work on, begun in this order.
///   - jobs: How many are worked on at once, at least 1.
///   - halt: Says when nothing new is to be begun.
///   - body: The work; what blocks belongs on a thread of its own, see ``onThreadOfItsOwn(_:)``.
///   - finished: Told after each item that succeeded how many are done, one call at a time.
/// - Returns: What came of each item, in the order of the items; `nil` for those that never began.
/// - Throws: The first error of a body, after everything begun has finished.
package func concurrently<Item: Sendable, Value: Sendable>(
  _ items: [Item], jobs: Int, until halt: Halt = Halt(),
  body: @escaping @Sendable (Item) async throws -> Value,
  finished: (Int) -> Void
) async throws -> [Value?] {
  var values = [Value?](repeating: nil, count: items.count)
  let failure = await withTaskGroup(
    of: (index: Int, outcome: Result<Value, any Error>).self, returning: (any Error)?.self
  ) { group in
    var failure: (any Error)?
    var next = 0
    var done = 0
    while true {
      while next < items.count, next < max(jobs, 1), failure == nil, !halt.isRequested { begin() }
      guard let (index, outcome) = await group.next() else { break }
      switch outcome {
      case .success(let value):
        values[index] = value
        done += 1
        finished(done)
      case .failure(let error): failure = failure ?? error
      }
      if next < items.count, failure == nil, !halt.isRequested { begin() }
    }
    return failure

    /// Begins the next item.
    func begin() {
      let (index, item) = (next, items[next])
      next += 1
      group.addTask {
        do { return (index, .success(try await body(item))) } catch {
          return (index, .failure(error))
        }
      }
    }
  }
  if let failure { throw failure }
  return values
}

/// Runs a body that waits for processes on a thread of its own, since the threads that tasks share are few.
package func onThreadOfItsOwn<Value: Sendable>(
  _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}
