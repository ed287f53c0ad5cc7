import EventSourcing

/// Those who wait for an event, each from a position of his own.
struct Waiters {
  private var last = 0
  private var waiting: [Int: (position: GlobalPosition, waiter: CheckedContinuation<Void, Never>)] =
    [:]

  /// A number for a new wait.
  mutating func nextNumber() -> Int {
    last += 1
    return last
  }

  /// Notes who waits.
  mutating func add(
    _ waiter: CheckedContinuation<Void, Never>, number: Int, after position: GlobalPosition
  ) {
    waiting[number] = (position, waiter)
  }

  /// Takes one out.
  mutating func take(_ number: Int) -> CheckedContinuation<Void, Never>? {
    waiting.removeValue(forKey: number)?.waiter
  }

  /// Takes out whoever waits for something up to a position.
  mutating func takeAll(before end: GlobalPosition) -> [CheckedContinuation<Void, Never>] {
    let woken = waiting.filter { $0.value.position < end }
    for number in woken.keys { waiting[number] = nil }
    return woken.values.map(\.waiter)
  }
}
