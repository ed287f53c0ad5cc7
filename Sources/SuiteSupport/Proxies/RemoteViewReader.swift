package import CQRS
package import EventSourcing
package import Wire

/// The reader that a submission has handed to a projection of the suite's.
///
/// Once the worker has broken, there are no documents.
package struct RemoteViewReader: ViewReader {
  private let reader: Handle
  private let worker: Worker

  /// Stands for a reader in a worker.
  package init(_ reader: Handle, in worker: Worker) {
    self.reader = reader
    self.worker = worker
  }

  /// The submission's document.
  package func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    try await worker.answer(to: ViewCalls.Get(views: reader, key: key), otherwise: .success([]))
      .get().first
  }

  /// The submission's collection.
  package func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    try await worker.answer(
      to: ViewCalls.All(views: reader, collection: collection), otherwise: .success([:])
    ).get()
  }

  /// The submission's checkpoint.
  package func checkpoint(of projection: ProjectionName)
    async throws(StorageFault) -> GlobalPosition?
  {
    try await worker.answer(
      to: ViewCalls.Checkpoint(views: reader, projection: projection), otherwise: .success(nil)
    ).get()
  }
}
