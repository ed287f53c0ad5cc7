/// A number that stands for an object that lives on the other side of the border.
///
/// The side that holds the object chooses the number; the other side can only give it back.
package struct Handle: Hashable, Codable, Sendable {
  /// The number.
  package let number: Int

  /// Wraps a number.
  package init(_ number: Int) {
    self.number = number
  }

  /// Reads a bare number.
  package init(from decoder: any Decoder) throws {
    number = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Writes a bare number.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}
