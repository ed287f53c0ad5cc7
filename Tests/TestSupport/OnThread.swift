import Foundation

/// Runs a body that blocks on a thread of its own.
///
/// Tests share as few threads as there are processors; one that blocks such a thread for long keeps all others waiting.
package func onThread<Result: Sendable>(
  _ body: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      do { continuation.resume(returning: try body()) } catch {
        continuation.resume(throwing: error)
      }
    }
  }
}
