package import CQRS
package import EventSourcing
package import SeedVault

/// The calls that carry a `Projection` of lot events across the border, in either direction.
enum ProjectionCalls {
  /// A projection on one side, as the other side sees it.
  struct Description: Hashable, Codable, Sendable {
    var projection: Handle
    var name: ProjectionName
    var handles: Set<String>
  }

  /// `writes(for:reading:)`; the reader lives on the caller's side.
  struct Writes: WireCall {
    typealias Reply = Outcome<[ViewWrite], ProjectionError>
    static let method = "projection.writes"
    var projection: Handle
    var event: RecordedEvent
    var reader: Handle
  }
}

/// A projection that a peer holds: the peer works out the changes, and reads through the reader that this side is given.
///
/// So a submission that runs projections is tried without its own ones. Once the peer has broken, there are no changes.
package struct RemoteProjection<Place: Peer>: LotProjection {
  /// The projection as the peer describes it.
  let description: ProjectionCalls.Description
  /// The peer.
  let place: Place

  /// Stands for a projection of a peer's.
  init(_ description: ProjectionCalls.Description, in place: Place) {
    self.description = description
    self.place = place
  }

  /// Traps: whoever holds projections makes them itself.
  package init(codec: any EventCodec<LotEvent>) {
    preconditionFailure("a projection that was handed in cannot be created anew")
  }

  /// The name that the peer gives.
  package var name: ProjectionName { description.name }

  /// The types that the peer wants.
  package var handles: Set<String> { description.handles }

  /// The peer's changes.
  package func writes(for event: RecordedEvent, reading: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    let call = ProjectionCalls.Writes(
      projection: description.projection, event: event, reader: place.hold(reader: reading))
    return try await place.answer(to: call, otherwise: .success([])).get()
  }
}

extension Peer {
  /// Holds a projection for the peer; it reads through what the peer hands to it.
  ///
  /// - Returns: What the peer knows of it.
  func hold(_ projection: any Projection) -> ProjectionCalls.Description {
    ProjectionCalls.Description(
      projection: projections.add(projection), name: projection.name, handles: projection.handles)
  }

  /// The projections held for the peer.
  var projections: HandleTable<any Projection> {
    held.table { projections in
      serve(ProjectionCalls.Writes.self) { call, peer in
        let projection = try projections[call.projection]
        let reader = RemoteViewReader(call.reader, in: peer)
        return await Outcome { () async throws(ProjectionError) in
          try await projection.writes(for: call.event, reading: reader)
        }
      }
    }
  }
}
