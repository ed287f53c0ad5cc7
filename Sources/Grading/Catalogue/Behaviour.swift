/// One thing an exercise must do, as its suite declares it.
package struct Behaviour: Hashable, Codable, Sendable {
  /// The behaviour's name within its exercise: `B4`, or `example.firstDeposit` for a public example.
  package var id: String
  /// The sentence of the specification that is checked.
  package var sentence: String
  /// What passing it earns, at least 1.
  package var points: Int
  /// The misconception to look for when it fails, without giving code away.
  package var hint: String
  /// Whether learners may see given, when, expected and got.
  package var isOpen: Bool

  /// What the ids of public examples begin with.
  private static let examplePrefix = "example."

  /// The id of the public example in a test function.
  package static func exampleID(_ function: some StringProtocol) -> String {
    examplePrefix + function
  }

  /// Whether it is a public example, which learners have in their kit.
  package var isExample: Bool { id.hasPrefix(Self.examplePrefix) }

  /// Sets every property.
  package init(id: String, sentence: String, points: Int, hint: String, isOpen: Bool) {
    self.id = id
    self.sentence = sentence
    self.points = points
    self.hint = hint
    self.isOpen = isOpen
  }
}
