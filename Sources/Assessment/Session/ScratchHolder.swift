import Synchronization

/// A scratch folder that is made later, if at all, and removed by somebody else than who makes it.
package final class ScratchHolder: Sendable {
  private let held = Mutex<Scratch?>(nil)

  /// Holds nothing yet.
  package init() {}

  /// The folder, once it is made.
  package var scratch: Scratch? {
    get { held.withLock { $0 } }
    set { held.withLock { $0 = newValue } }
  }
}
