import EventSourcing
import Synchronization

/// An event that no window understands until somebody has taught them.
final class Poison: Sendable {
  /// Where it is.
  let position: GlobalPosition
  private let isCured = Mutex(false)

  /// Poisons the event at a position.
  init(at position: GlobalPosition) {
    self.position = position
  }

  /// Whether the event at a position cannot be understood.
  func isOn(_ position: GlobalPosition) -> Bool {
    position == self.position && !isCured.withLock { $0 }
  }

  /// Teaches the windows to understand the event.
  func cure() {
    isCured.withLock { $0 = true }
  }
}
