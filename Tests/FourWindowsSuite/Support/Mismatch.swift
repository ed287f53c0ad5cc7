/// What was seen when a window did not show what it has to.
struct Mismatch: Sendable {
  /// The history.
  var given: [String]
  /// What was looked at.
  var when: String
  /// What it has to be.
  var expected: String
  /// What it was.
  var got: String
}
