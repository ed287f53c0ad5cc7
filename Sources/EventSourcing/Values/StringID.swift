/// A kind of identifier that wraps a text, so that identifiers of different kinds cannot be mixed
/// up.
///
/// **An identifier is its text.** It is encoded as a plain JSON string, also where it is the key of
/// a dictionary, and it is written as a literal in code. Identifiers are ordered by their texts as
/// Swift orders strings; "the smallest id" always means this order.
///
/// ```swift
/// let lot: LotID = "tarn-17"
/// let stream = StreamID(rawValue: "lot-\(lot)")
/// ```
public protocol StringID: RawRepresentable, Hashable, Codable, CodingKeyRepresentable, Sendable,
  Comparable, CustomStringConvertible, ExpressibleByStringInterpolation
where RawValue == String {
  /// Creates an identifier from its text; every text is accepted.
  init(rawValue: String)
}

extension StringID {
  /// Creates an identifier from a string literal.
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }

  /// Orders identifiers by their texts.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The text of the identifier.
  public var description: String {
    rawValue
  }
}
