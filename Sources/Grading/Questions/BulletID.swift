import EventSourcing

/// The identity of a bullet of the syllabus: `U2-1` is the first of unit 2.
package struct BulletID: StringID {
  /// The identifier as text.
  package let rawValue: String

  /// Creates an identifier from its text.
  package init(rawValue: String) {
    self.rawValue = rawValue
  }
}
