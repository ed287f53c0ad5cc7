public import EventSourcing

/// What the process that fills a request can ask of others.
public enum DistributionOutput: Hashable, Codable, Sendable {
  /// Asks a lot to reserve seeds for the request.
  case reserve(LotID, RequestID, seeds: Int)

  /// Asks a lot to release what it has reserved for the request.
  case release(LotID, RequestID)

  /// Asks a lot to dispatch what it has reserved for the request.
  case dispatch(LotID, RequestID)

  /// Asks for the time to be told at this moment.
  case wake(RequestID, at: Timestamp)

  /// Tells the requester how the request ended.
  case notify(RequestID, fulfilled: Bool)
}
