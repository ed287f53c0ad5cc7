public import EventSourcing

/// The identity of one lot: seeds of one taxon that were deposited together.
public struct LotID: StringID {
  /// The identifier as text.
  public let rawValue: String

  /// Creates an identifier from its text.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}
