public import EventSourcing

/// Why a query was not answered.
public enum QueryError: Error, Hashable, Codable, Sendable {
  /// The view is older than asked for; carries the position it has reached.
  case notYet(asOf: GlobalPosition)

  /// The views cannot be read now.
  case unavailable
}
