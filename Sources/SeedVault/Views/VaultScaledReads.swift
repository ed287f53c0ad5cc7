public import CQRS

/// The partitioned read side of the seed vault.
///
/// All that ``/CQRS/ScaledReads`` demands holds here. The projections are those of
/// ``LotProjection``, each at most once, and answers are those ``VaultQueryDesk`` would give over
/// one view store with all events. Nothing is asked that none of the projections serves.
///
/// **A lot's card is about one stream.** It is answered by the partition of `LotID.stream` alone.
///
/// **All other queries are about all streams.** Availability adds the seeds and merges the lots by
/// ascending identifier; the watchlist is ordered and limited after joining; a request's seeds are
/// added, and its status is `"reserved"` if any partition says so, otherwise `"dispatched"` if any
/// says so, otherwise `"released"`. A taxon or request that no partition knows has no view.
///
/// ```swift
/// let answer = try await reads.ask(.availability(barley), freshness: .eventual)
/// // answer.asOf is what all partitions have reached
/// ```
public protocol VaultScaledReads: ScaledReads where Query == VaultQuery, View == VaultView {}
