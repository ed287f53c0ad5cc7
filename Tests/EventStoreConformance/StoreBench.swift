package import EventSourcing
package import SuiteSupport

/// How the checks of this module get at a kind of event store.
///
/// Every check is a function of a bench, so that learners' stores and our own must do the very same:
///
/// ```swift
/// try await FileStoreBench().checkEventsComeBack()
/// ```
///
/// A check throws ``CheckFailure`` when the store does not do what `EventStore` says.
package protocol StoreBench: Sendable {
  /// What outlives a store: a file, or a log.
  associatedtype Medium: Sendable

  /// A medium without any event.
  func makeMedium() throws -> Medium

  /// Opens a store over a medium, whatever was open over it before being gone.
  func open(_ medium: Medium) async throws -> any EventStore

  /// Opens a store over a medium as after the end of the process: nothing but the medium is left.
  func reopen(_ medium: Medium) async throws -> any EventStore

  /// Gives a store the chance to get on with everything it was asked.
  ///
  /// Checks rely on it only to give a wrong store the occasion to go wrong.
  func settle(_ store: any EventStore) async
}

/// A bench whose medium can be held and failed.
package protocol HeldStoreBench: StoreBench where Medium: HoldableMedium {}

/// A bench whose medium is a log that holds and fails single records, and can be cut off after each.
package protocol FaultyStoreBench: HeldStoreBench where Medium == FakeLogMedium {}

extension FaultyStoreBench {
  /// A log without any record.
  package func makeMedium() -> FakeLogMedium { FakeLogMedium() }
}

extension StoreBench {
  /// Opens a store over a new medium.
  func begin() async throws -> StoreSession<Self> {
    let medium = try makeMedium()
    return StoreSession(try await open(medium), over: medium, of: self)
  }

  /// Asks something of a store without waiting for the answer; the question is on its way when this returns.
  func issue<Value: Sendable>(
    _ body: @escaping @Sendable () async -> Value
  ) async -> Task<Value, Never> {
    let (starts, start) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      start.finish()
      return await body()
    }
    for await _ in starts {}
    return task
  }
}
