/// The place of an event in the order of commits across all streams of a store.
///
/// **Positions strictly increase in commit order.** Gaps are legal, so a position is neither a
/// count nor an index: compare positions, never calculate with them. Stored events have positions
/// above ``start``.
public struct GlobalPosition: RawRepresentable, Hashable, Codable, Sendable, Comparable,
  ExpressibleByIntegerLiteral
{
  /// The number behind the position; only its order has a meaning.
  public let rawValue: Int64

  /// Creates a value from its number.
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// Creates a value from an integer literal.
  public init(integerLiteral value: Int64) {
    rawValue = value
  }

  /// The position before every event: reading after it means reading from the beginning.
  public static let start: Self = 0

  /// Orders values by their numbers.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}
