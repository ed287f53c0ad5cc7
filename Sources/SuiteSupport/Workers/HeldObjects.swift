import CQRS
import EventSourcing
import SeedVault
import Wire

/// What a suite holds for one worker, which the worker knows by handles.
struct HeldObjects: Sendable {
  /// The record logs.
  let logs = HandleTable<any RecordLog>()
  /// The feeds of events.
  let feeds = HandleTable<any EventFeed>()
  /// The view stores, and the readers that the suite hands to a submission's projections.
  let views = HandleTable<any ViewReader>()
  /// The codecs of lot events.
  let codecs = HandleTable<any EventCodec<LotEvent>>()
  /// The projections that a submission carries along.
  let projections = HandleTable<any Projection>()
  /// The routers that place streams.
  let routers = HandleTable<any PartitionRouter>()
}
