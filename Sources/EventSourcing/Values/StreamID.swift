/// The name of one stream of events.
///
/// **A stream identifier is opaque.** It may hold any text, including the empty string and any
/// Unicode character. Two streams are the same only if their identifiers are equal: `lot-1` and
/// `lot-10` have nothing to do with each other.
public struct StreamID: StringID {
  /// The identifier as text.
  public let rawValue: String

  /// Creates an identifier from its text.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}
