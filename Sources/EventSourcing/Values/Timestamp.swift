/// A moment in whole milliseconds since a fixed epoch; it may be negative.
///
/// **Moments arrive as arguments.** They come in ``DecisionContext`` or in a parameter, never from
/// a clock that the code reads itself, so the same inputs give the same result on any day.
public struct Timestamp: RawRepresentable, Hashable, Codable, Sendable, Comparable,
  ExpressibleByIntegerLiteral
{
  /// Milliseconds since the epoch.
  public let rawValue: Int64

  /// Creates a value from its number.
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// Creates a value from an integer literal.
  public init(integerLiteral value: Int64) {
    rawValue = value
  }

  /// Orders values by their numbers.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}
