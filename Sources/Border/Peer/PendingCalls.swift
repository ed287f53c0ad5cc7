/// The calls one side has made and not yet had answered, several at a time.
///
/// **A reply that belongs to no pending call is a fault of the sender**: ``take(_:)`` gives `nil` for it.
package struct PendingCalls<Waiter> {
  private var lastID = 0
  private var waiters: [Int: Waiter] = [:]

  /// No call pending.
  package init() {}

  /// The number the next call will have.
  package var nextID: Int { lastID + 1 }

  /// Notes who waits for a new call and gives the call its number.
  package mutating func add(_ waiter: Waiter) -> Int {
    lastID += 1
    waiters[lastID] = waiter
    return lastID
  }

  /// Ends the wait for a call and tells who waited, or `nil` when nobody did.
  package mutating func take(_ id: Int) -> Waiter? {
    waiters.removeValue(forKey: id)
  }

  /// Ends every wait that meets a condition, and tells who waited.
  package mutating func takeAll(where condition: (Waiter) -> Bool = { _ in true }) -> [Waiter] {
    let ended = waiters.filter { condition($0.value) }
    for id in ended.keys { waiters.removeValue(forKey: id) }
    return Array(ended.values)
  }
}
extension PendingCalls: Sendable where Waiter: Sendable {}
