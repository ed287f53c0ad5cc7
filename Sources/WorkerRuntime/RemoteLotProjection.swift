package import CQRS
package import EventSourcing
package import SeedVault
package import Wire

/// A projection a worker gives to a submission: the changes are worked out by the projection that the suite holds.
///
/// So a submission that runs projections is tried without its own ones. The suite reads through the reader that the
/// submission hands over, which the worker keeps for it.
package struct RemoteLotProjection: LotProjection {
  private let projection: Handle
  private let readers: HandleTable<any ViewReader>
  private let suite: SuiteConnection

  /// The name the suite's projection has.
  package let name: ProjectionName
  /// The types the suite's projection wants.
  package let handles: Set<String>

  /// Stands for a projection of the suite's.
  ///
  /// - Parameters:
  ///   - description: The projection.
  ///   - readers: Where the readers of the submission are kept, which the worker must serve; see
  ///     ``WorkerService/serve(_:)``.
  ///   - suite: The suite.
  package init(
    _ description: ProjectionCalls.Description, readers: HandleTable<any ViewReader>,
    over suite: SuiteConnection
  ) {
    projection = description.projection
    name = description.name
    handles = description.handles
    self.readers = readers
    self.suite = suite
  }

  /// Traps: the suite makes its projections itself.
  package init(codec: any EventCodec<LotEvent>) {
    preconditionFailure("a projection that was handed in cannot be created anew")
  }

  /// Asks the suite's projection.
  package func writes(for event: RecordedEvent, reading: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    try await suite.served(
      ProjectionCalls.Writes(projection: projection, event: event, reader: readers.add(reading))
    ).get()
  }
}
