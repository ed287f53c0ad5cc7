public import EventSourcing

/// Opens process hosts for any process manager.
///
/// **A factory keeps nothing.** All that a host remembers is in the log it was opened on.
///
/// ```swift
/// let host = try await Factory().open(process, on: log)
/// for issued in try await host.unconfirmed() { await send(issued) }
/// ```
public protocol ProcessHostFactory: Sendable {
  /// Creates a factory.
  init()

  /// Opens a host over whatever the log holds; see ``ProcessHost`` for what it must do.
  ///
  /// - Parameters:
  ///   - manager: The rules to run.
  ///   - log: The only durable memory of the host.
  /// - Returns: A host that goes on where the last one over the same log stopped.
  /// - Throws: The fault of the log if it cannot be read.
  func open<P: ProcessManager>(_ manager: P, on log: any RecordLog)
    async throws(StorageFault) -> any ProcessHost<P>
}
