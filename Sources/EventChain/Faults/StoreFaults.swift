import Synchronization

/// The faults that stores meet while one operation runs.
///
/// A `StorageFault` says what is known of the outcome; it cannot say which file it was, and that the disk is full. Whoever
/// reports an operation collects what its stores have to say around it:
///
/// ```swift
/// try await StoreFaults.collecting {
///   do { try await store.append(…) } catch { throw Refusal(StoreFaults.last) }
/// }
/// ```
///
/// **Faults belong to the operation in which they are met**: tasks that run at the same time never see each other's.
package enum StoreFaults {
  /// What one operation has met so far.
  private final class Collector: Sendable {
    let last = Mutex<(any Error)?>(nil)
  }

  @TaskLocal private static var collector: Collector?

  /// Runs an operation whose faults are its own.
  package static func collecting<Value, Failure: Error>(
    isolation: isolated (any Actor)? = #isolation,
    _ operation: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let outcome = await $collector.withValue(
      Collector(),
      operation: { () async -> Result<Value, Failure> in
        do throws(Failure) { return .success(try await operation()) } catch {
          return .failure(error)
        }
      })
    return try outcome.get()
  }

  /// Keeps a fault for the operation that met it; without one nobody asks.
  package static func note(_ fault: any Error) {
    collector?.last.withLock { $0 = fault }
  }

  /// The last fault of the operation that is under way, whose description is for whoever has to act on it.
  package static var last: (any Error)? { collector?.last.withLock { $0 } }
}
