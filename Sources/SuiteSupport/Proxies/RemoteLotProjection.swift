package import CQRS
package import EventSourcing
package import SeedVault
package import Wire

/// One of a learner's projections in a worker, to be used like any other.
///
/// Once the worker has broken, there are no changes: the behaviour is lost already, by the worker's fault.
package protocol RemoteLotProjection: LotProjection {
  /// Which projection it is.
  static var window: FourWindowsCalls.Window { get }
  /// Where the projection lives.
  var place: RemoteProjectionPlace { get }
  /// Makes a projection in a worker.
  init(codec: any EventCodec<LotEvent>, in worker: Worker)
}

/// Where a remote projection lives, and what it says of itself.
package struct RemoteProjectionPlace: Sendable {
  fileprivate let worker: Worker
  fileprivate let description: ProjectionCalls.Description

  /// Makes a projection in a worker.
  fileprivate init(
    making window: FourWindowsCalls.Window, codec: any EventCodec<LotEvent>, in worker: Worker
  ) {
    self.worker = worker
    description = worker.answer(
      to: FourWindowsCalls.MakeProjection(window: window, codec: worker.hold(codec)),
      otherwise: .init(projection: Handle(-1), name: "", handles: []))
  }

  /// What the projection's own worker knows it by; `nil` for any other worker.
  func handle(in worker: Worker) -> Handle? {
    worker === self.worker ? description.projection : nil
  }
}

extension RemoteLotProjection {
  /// Makes a projection in the running behaviour's worker.
  package init(codec: any EventCodec<LotEvent>) {
    self.init(codec: codec, in: .current)
  }

  /// The name the learner gives.
  package var name: ProjectionName { place.description.name }

  /// The types the learner wants.
  package var handles: Set<String> { place.description.handles }

  /// The learner's changes.
  package func writes(for event: RecordedEvent, reading: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    let call = ProjectionCalls.Writes(
      projection: place.description.projection, event: event,
      reader: place.worker.hold(reader: reading))
    return try await place.worker.answer(to: call, otherwise: .success([])).get()
  }
}

/// The learner's projection of each lot's figures.
package struct RemoteCards: RemoteLotProjection {
  package static let window = FourWindowsCalls.Window.cards
  package let place: RemoteProjectionPlace

  package init(codec: any EventCodec<LotEvent>, in worker: Worker) {
    place = RemoteProjectionPlace(making: Self.window, codec: codec, in: worker)
  }
}

/// The learner's projection of available seeds by taxon.
package struct RemoteAvailability: RemoteLotProjection {
  package static let window = FourWindowsCalls.Window.availability
  package let place: RemoteProjectionPlace

  package init(codec: any EventCodec<LotEvent>, in worker: Worker) {
    place = RemoteProjectionPlace(making: Self.window, codec: codec, in: worker)
  }
}

/// The learner's projection of open lots by viability.
package struct RemoteWatchlist: RemoteLotProjection {
  package static let window = FourWindowsCalls.Window.watchlist
  package let place: RemoteProjectionPlace

  package init(codec: any EventCodec<LotEvent>, in worker: Worker) {
    place = RemoteProjectionPlace(making: Self.window, codec: codec, in: worker)
  }
}

/// The learner's projection of requests across lots.
package struct RemoteRequests: RemoteLotProjection {
  package static let window = FourWindowsCalls.Window.requests
  package let place: RemoteProjectionPlace

  package init(codec: any EventCodec<LotEvent>, in worker: Worker) {
    place = RemoteProjectionPlace(making: Self.window, codec: codec, in: worker)
  }
}
