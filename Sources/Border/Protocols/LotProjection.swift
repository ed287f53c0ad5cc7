package import CQRS
package import EventSourcing
package import SeedVault

/// The call that makes one of a learner's `LotProjection`s in a worker; what it is asked then is in ``ProjectionCalls``.
enum LotProjectionCalls {
  /// Which of the learner's projections is meant.
  enum Window: String, Hashable, Codable, Sendable, CaseIterable {
    case cards
    case availability
    case watchlist
    case requests
  }

  /// `Projection.init(codec:)`; answers the new projection.
  struct Make: WireCall {
    typealias Reply = ProjectionCalls.Description
    static let method = "windows.makeProjection"
    var window: Window
    var codec: Handle
  }
}

// MARK: - Remote

/// One of a learner's projections in a worker, to be used like any other.
///
/// Once the worker has broken, there are no changes: the behaviour is lost already, by the worker's fault.
package protocol RemoteLotProjection<Place>: LotProjection {
  associatedtype Place: Peer
  /// The projection that the worker holds.
  var remote: RemoteProjection<Place> { get }
  /// Makes a projection in a worker.
  init(codec: any EventCodec<LotEvent>, in place: Place)
}

extension RemoteLotProjection {
  /// Makes a projection in the running behaviour's worker.
  package init(codec: any EventCodec<LotEvent>) {
    self.init(codec: codec, in: .current)
  }

  /// The name the learner gives.
  package var name: ProjectionName { remote.name }

  /// The types the learner wants.
  package var handles: Set<String> { remote.handles }

  /// The learner's changes.
  package func writes(for event: RecordedEvent, reading: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    try await remote.writes(for: event, reading: reading)
  }

  /// What the projection's own worker knows it by; `nil` for any other worker.
  func handle(in place: some Peer) -> Handle? {
    place === remote.place ? remote.description.projection : nil
  }
}

extension RemoteProjection {
  /// Makes a learner's projection in a worker.
  fileprivate init(
    making window: LotProjectionCalls.Window, codec: any EventCodec<LotEvent>, in place: Place
  ) {
    self.init(
      place.answer(
        to: LotProjectionCalls.Make(window: window, codec: place.hold(codec)),
        otherwise: .init(projection: Handle(-1), name: "", handles: [])),
      in: place)
  }
}

/// The learner's projection of each lot's figures.
package struct RemoteCards<Place: Peer>: RemoteLotProjection {
  package let remote: RemoteProjection<Place>

  package init(codec: any EventCodec<LotEvent>, in place: Place) {
    remote = RemoteProjection(making: .cards, codec: codec, in: place)
  }
}

/// The learner's projection of available seeds by taxon.
package struct RemoteAvailability<Place: Peer>: RemoteLotProjection {
  package let remote: RemoteProjection<Place>

  package init(codec: any EventCodec<LotEvent>, in place: Place) {
    remote = RemoteProjection(making: .availability, codec: codec, in: place)
  }
}

/// The learner's projection of open lots by viability.
package struct RemoteWatchlist<Place: Peer>: RemoteLotProjection {
  package let remote: RemoteProjection<Place>

  package init(codec: any EventCodec<LotEvent>, in place: Place) {
    remote = RemoteProjection(making: .watchlist, codec: codec, in: place)
  }
}

/// The learner's projection of requests across lots.
package struct RemoteRequests<Place: Peer>: RemoteLotProjection {
  package let remote: RemoteProjection<Place>

  package init(codec: any EventCodec<LotEvent>, in place: Place) {
    remote = RemoteProjection(making: .requests, codec: codec, in: place)
  }
}

// MARK: - Serving

extension Peer {
  /// Serves a submission's four projections.
  func serve<
    Cards: LotProjection, Availability: LotProjection, Watchlist: LotProjection,
    Requests: LotProjection
  >(
    cards: Cards.Type, availability: Availability.Type, watchlist: Watchlist.Type,
    requests: Requests.Type
  ) {
    serve(LotProjectionCalls.Make.self) { call, suite in
      let codec = RemoteEventCodec(call.codec, in: suite)
      return switch call.window {
      case .cards: suite.hold(Cards(codec: codec))
      case .availability: suite.hold(Availability(codec: codec))
      case .watchlist: suite.hold(Watchlist(codec: codec))
      case .requests: suite.hold(Requests(codec: codec))
      }
    }
  }
}
