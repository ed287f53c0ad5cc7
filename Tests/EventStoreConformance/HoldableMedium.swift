package import EventSourcing
package import SuiteSupport

/// A medium whose appends can be held, failed and refused by a check, so that nothing depends on who is fast.
package protocol HoldableMedium: Sendable {
  /// Holds every append that arrives from now on.
  func hold()

  /// Waits until an append has arrived since the hold began, or the task is cancelled; for one caller at a time.
  func arrival() async

  /// Ends the hold and decides over what was held.
  ///
  /// - Parameter fault: The fault of every held append; nil stores them in the order of their arrival.
  func release(failing fault: StorageFault?)

  /// Fails one of the next appends, with `notWritten` or `unavailable`; the others are stored.
  ///
  /// - Parameter skip: How many are stored before it.
  func fail(skipping skip: Int, with fault: StorageFault)

  /// Takes the medium down, or up again: while it is down nothing can be appended, and no store can be opened over it.
  func setDown(_ isDown: Bool)

  /// Another medium that holds the same, and over which no store was ever open.
  func copy() throws -> Self
}

extension FakeLogMedium: HoldableMedium {
  /// Fails one of the next records.
  package func fail(skipping skip: Int, with fault: StorageFault) {
    script(Array(repeating: .stored, count: skip) + [.failed(fault)])
  }

  /// Another log of the same records.
  package func copy() -> FakeLogMedium { FakeLogMedium(records) }
}
