import EventSourcing

/// A transaction that SQLite did not carry out, and what is known of it.
struct TransactionFailure: Error {
  /// What SQLite said.
  let cause: StoreFileError
  /// Whether anything may be stored.
  let fault: StorageFault

  /// Names a failure.
  init(_ cause: StoreFileError, _ fault: StorageFault) {
    self.cause = cause
    self.fault = fault
  }
}
