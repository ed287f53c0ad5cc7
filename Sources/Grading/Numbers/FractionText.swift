/// An exact fraction that is kept as a text: `3/4`.
///
/// For records, where a number is read far more often by programs than by people.
package struct FractionText: Hashable, Codable, Sendable {
  /// The fraction.
  package let value: Rational

  /// Wraps a fraction.
  package init(_ value: Rational) {
    self.value = value
  }

  /// Reads the text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Rational(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A fraction must be written like 3/4.")
    }
    self.value = value
  }

  /// Writes the text.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value.description)
  }
}
