import Synchronization

/// Somebody's wish that work in progress come to its end, such as that of who pressed Ctrl-C.
package final class Halt: Sendable {
  private let state = Mutex(State.none)

  /// How urgent the wish is.
  private enum State {
    /// There is none.
    case none
    /// What is under way is to be finished, and nothing new begun.
    case requested
    /// Nothing that comes of what is under way counts any more.
    case abandoned
  }

  /// Nobody wishes anything yet.
  package init() {}

  /// Asks that nothing new be begun.
  ///
  /// - Returns: Whether this is the first time.
  package func request() -> Bool {
    state.withLock { state in
      guard state == .none else { return false }
      state = .requested
      return true
    }
  }

  /// Says that the processes of what is under way are ended, so that what comes of it means nothing.
  package func abandon() { state.withLock { $0 = .abandoned } }

  /// Whether nothing new is to be begun.
  package var isRequested: Bool { state.withLock { $0 != .none } }

  /// Whether what comes of what is under way means nothing.
  package var isAbandoned: Bool { state.withLock { $0 == .abandoned } }
}
