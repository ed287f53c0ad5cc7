public import EventSourcing

/// What can happen to the process that fills a request.
public enum DistributionInput: Hashable, Codable, Sendable {
  /// Seeds of a taxon are requested; these lots may serve, in this order, until the deadline.
  case requested(RequestID, Taxon, seeds: Int, candidates: [LotID], deadline: Timestamp)

  /// A lot has reserved seeds for the request.
  case reserved(RequestID, LotID, seeds: Int)

  /// A lot has refused to reserve.
  case refused(RequestID, LotID, LotRejection)

  /// A lot has dispatched the seeds it had reserved.
  case dispatched(RequestID, LotID)

  /// A lot has released the seeds it had reserved.
  case released(RequestID, LotID)

  /// It is now this time.
  case clock(RequestID, now: Timestamp)
}
