import Synchronization

/// Something that may happen.
final class Flag: Sendable {
  private let state = Atomic(false)

  /// Whether it has happened.
  var isRaised: Bool { state.load(ordering: .acquiring) }

  /// Says that it has happened.
  func raise() {
    state.store(true, ordering: .releasing)
  }
}
