import Dispatch
import Synchronization

/// A connection and the thread on which it may take its time.
///
/// Writing waits for other processes and for the disk. The threads that tasks share are too few to wait on.
final class SerialConnection: Sendable {
  private let queue = DispatchQueue(label: "gradebook file")
  private let connection: Mutex<Connection>

  /// Takes over a connection.
  init(_ connection: sending Connection) {
    self.connection = Mutex(connection)
  }

  /// Runs a body with the connection on the connection's own thread, one after the other.
  func run<Result: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async {
        continuation.resume(with: Swift.Result { try self.runHere(body) })
      }
    }
  }

  /// Runs a body with the connection on the caller's thread, for what does not wait for anyone.
  func runHere<Result: Sendable>(
    _ body: @Sendable (Connection) throws -> Result
  ) throws -> Result {
    try connection.withLock { connection in try body(connection) }
  }
}
