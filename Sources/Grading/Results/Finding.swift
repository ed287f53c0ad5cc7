/// What a suite saw when a behaviour failed, in the words of the case study and never in those of the suite.
package struct Finding: Hashable, Codable, Sendable {
  /// What had happened before, one line each.
  package var given: [String]
  /// What was asked.
  package var when: String
  /// What the specification demands.
  package var expected: String
  /// What the submission answered.
  package var got: String
  /// The fields that differ, as `name: expected …, got …`.
  package var differences: [String]

  /// Sets every property.
  package init(
    given: [String], when: String, expected: String, got: String, differences: [String] = []
  ) {
    self.given = given
    self.when = when
    self.expected = expected
    self.got = got
    self.differences = differences
  }
}
