import CQRS
import EventSourcing

/// One partition: a view store, and whether it could be used the last time.
actor Partition {
  /// The number of the partition.
  nonisolated let number: Int
  private let views: any ViewStore
  private let projections: [any Projection]
  private var isHealthy = true

  /// Takes over a view store.
  init(_ number: Int, views: any ViewStore, projections: [any Projection]) {
    self.number = number
    self.views = views
    self.projections = projections
  }

  /// Uses the view store and notes whether that worked.
  func use<Value: Sendable>(
    _ body: @Sendable (any ViewStore) async throws(StorageFault) -> Value
  ) async throws(StorageFault) -> Value {
    do throws(StorageFault) {
      let value = try await body(views)
      isHealthy = true
      return value
    } catch {
      isHealthy = false
      throw error
    }
  }

  /// Returns the checkpoints of all projections, in their order.
  func checkpoints() async throws(StorageFault) -> [GlobalPosition?] {
    try await use { [projections] (views) async throws(StorageFault) in
      var checkpoints: [GlobalPosition?] = []
      for projection in projections {
        checkpoints.append(try await views.checkpoint(of: projection.name))
      }
      return checkpoints
    }
  }

  /// Applies one event to every projection that has not had it.
  ///
  /// - Parameter event: An own event, or nil to move the checkpoints only.
  func move(
    to position: GlobalPosition, applying event: RecordedEvent?
  ) async throws(ProjectionError) {
    for projection in projections {
      let reached = try await orViews { () async throws(StorageFault) in
        try await use { (views) async throws(StorageFault) in
          try await views.checkpoint(of: projection.name)
        }
      }
      if let reached, reached >= position { continue }
      var writes: [ViewWrite] = []
      if let event { writes = try await projection.writes(for: event, reading: views) }
      let commit = ViewCommit(projection: projection.name, writes: writes, checkpoint: position)
      try await orViews { () async throws(StorageFault) in
        try await use { (views) async throws(StorageFault) in try await views.commit(commit) }
      }
    }
  }

  /// Returns how far the partition is and whether it works.
  func status() async -> PartitionStatus {
    let checkpoints = try? await checkpoints()
    let position = (checkpoints ?? [nil]).reduce(GlobalPosition?.some(.init(rawValue: .max))) {
      smallest, position in
      if let smallest, let position { min(smallest, position) } else { nil }
    }
    return PartitionStatus(partition: number, position: position, healthy: isHealthy)
  }

  /// Throws a fault of the view store as one of the projection.
  private func orViews<Value: Sendable>(
    _ body: () async throws(StorageFault) -> Value
  ) async throws(ProjectionError) -> Value {
    do throws(StorageFault) { return try await body() } catch { throw .views(error) }
  }
}
