import EventSourcing
import EventStoreConformance
import SuiteSupport

/// Learners' stores in workers, over logs that the suite holds.
struct LedgerBench: FaultyStoreBench {
  /// Opens a store in the behaviour's own worker.
  func open(_ medium: FakeLogMedium) async throws -> any EventStore {
    try await Ledger.open(on: medium.connect())
  }

  /// Opens a store in a worker that has never seen another.
  func reopen(_ medium: FakeLogMedium) async throws -> any EventStore {
    try await Ledger.open(on: medium.connect(), in: .fresh())
  }

  /// Talks with the worker for a while: what it was asked before, it begins in the meantime.
  func settle(_ store: any EventStore) async {
    for _ in 1...15 { await (store as? Ledger)?.ping() }
  }
}
