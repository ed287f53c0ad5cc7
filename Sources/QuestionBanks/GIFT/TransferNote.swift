/// Something that one format says and the other cannot.
package struct TransferNote: Hashable, Sendable, CustomStringConvertible {
  /// Where: a question's identifier, a line of the file, or what it is true of.
  package let place: String
  /// What was lost or changed, in a sentence.
  package let text: String

  /// Sets both parts.
  init(_ place: String, _ text: String) {
    self.place = place
    self.text = text
  }

  /// Place and text in a line.
  package var description: String { "\(place): \(text)" }
}
