/// The number of events in a stream, which is also the number of the last one.
///
/// **Versions are counts and begin at 1.** A stream without events has version 0, the first event
/// has version 1, and the n-th event has version n, without gaps. Readers who know EventStoreDB or
/// KurrentDB expect the first event at revision 0; here it is 1, so a version always answers "how
/// many events are there up to here?", and no sentinel such as −1 is needed.
///
/// ```swift
/// let slice = try await store.read("lot-7", from: 1, limit: 100)
/// try await store.append(events, to: "lot-7", expecting: .exact(slice.version), at: now)
/// ```
public struct StreamVersion: RawRepresentable, Hashable, Codable, Sendable, Comparable,
  ExpressibleByIntegerLiteral
{
  /// The number of events: 0 or more.
  public let rawValue: Int

  /// Creates a value from its number.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Creates a value from an integer literal.
  public init(integerLiteral value: Int) {
    rawValue = value
  }

  /// The version of a stream that has no events: 0.
  public static let empty: Self = 0

  /// Orders values by their numbers.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}
