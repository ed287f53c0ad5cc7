package import CQRS
package import EventSourcing
package import SeedVault

/// The calls that carry `VaultScaledReads` across the border.
package enum ScaledReadsCalls {
  /// `init(router:feed:partitions:projections:)`; answers the new read side.
  ///
  /// A router without a handle is a new one of the learner's.
  package struct Make: WireCall {
    package typealias Reply = Handle
    package static let method = "reads.make"
    package var router: Handle?
    package var feed: Handle
    package var partitions: [Handle]
    package var projections: [ProjectionCalls.Description]
    package init(
      router: Handle?, feed: Handle, partitions: [Handle],
      projections: [ProjectionCalls.Description]
    ) {
      self.router = router
      self.feed = feed
      self.partitions = partitions
      self.projections = projections
    }
  }

  /// `pump(partition:limit:)`.
  package struct Pump: WireCall {
    package typealias Reply = Outcome<GlobalPosition, ProjectionError>
    package static let method = "reads.pump"
    package var reads: Handle
    package var partition: Int
    package var limit: Int
    package init(reads: Handle, partition: Int, limit: Int) {
      self.reads = reads
      self.partition = partition
      self.limit = limit
    }
  }

  /// `ask(_:freshness:)`.
  package struct Ask: WireCall {
    package typealias Reply = Outcome<QueryAnswer<VaultView>, QueryError>
    package static let method = "reads.ask"
    package var reads: Handle
    package var query: VaultQuery
    package var freshness: Freshness
    package init(reads: Handle, query: VaultQuery, freshness: Freshness) {
      self.reads = reads
      self.query = query
      self.freshness = freshness
    }
  }

  /// `status()`.
  package struct Status: WireCall {
    package typealias Reply = [PartitionStatus]
    package static let method = "reads.status"
    package var reads: Handle
    package init(reads: Handle) {
      self.reads = reads
    }
  }
}
