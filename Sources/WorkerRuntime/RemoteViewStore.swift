package import CQRS
package import EventSourcing
package import Wire

/// The view store a worker gives to a submission: every operation is a call to the store that the suite holds.
///
/// So faults and recordings are made on the trusted side, and the documents outlive the worker.
package struct RemoteViewStore: ViewStore {
  private let views: Handle
  private let suite: SuiteConnection

  /// Stands for a store of the suite's.
  package init(_ views: Handle, over suite: SuiteConnection) {
    self.views = views
    self.suite = suite
  }

  /// Reads a document of the suite's store.
  package func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    try await suite.served(ViewCalls.Get(views: views, key: key)).get().first
  }

  /// Reads a collection of the suite's store.
  package func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    try await suite.served(ViewCalls.All(views: views, collection: collection)).get()
  }

  /// Reads a checkpoint of the suite's store.
  package func checkpoint(of projection: ProjectionName)
    async throws(StorageFault) -> GlobalPosition?
  {
    try await suite.served(ViewCalls.Checkpoint(views: views, projection: projection)).get()
  }

  /// Commits to the suite's store.
  package func commit(_ commit: ViewCommit) async throws(StorageFault) {
    _ = try await suite.served(ViewCalls.Commit(views: views, commit: commit)).get()
  }

  /// Clears a projection in the suite's store.
  package func clear(_ projection: ProjectionName) async throws(StorageFault) {
    _ = try await suite.served(ViewCalls.Clear(views: views, projection: projection)).get()
  }
}
