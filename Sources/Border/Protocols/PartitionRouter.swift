package import CQRS
package import EventSourcing

/// The calls that carry a `PartitionRouter` across the border, in either direction.
///
/// A worker makes them to a router that the suite holds; a suite makes them to a new router of the
/// learner's, which has no handle.
package enum PartitionRouterCalls {
  /// `partition(of:count:)` for every stream and count; answers one list for each count.
  package struct Partition: WireCall {
    package typealias Reply = [[Int]]
    package static let method = "router.partition"
    package var router: Handle?
    package var streams: [StreamID]
    package var counts: [Int]
    package init(router: Handle?, streams: [StreamID], counts: [Int]) {
      self.router = router
      self.streams = streams
      self.counts = counts
    }
  }

  /// `watermark(_:)`.
  package struct Watermark: WireCall {
    package typealias Reply = GlobalPosition?
    package static let method = "router.watermark"
    package var router: Handle?
    package var statuses: [PartitionStatus]
    package init(router: Handle?, statuses: [PartitionStatus]) {
      self.router = router
      self.statuses = statuses
    }
  }
}
