import EventSourcing

/// The identity of a question, the same for ever: `U2-1-R01` for a review question, `U2-1-E01` for one of the exam.
package struct QuestionID: StringID {
  /// The identifier as text.
  package let rawValue: String

  /// Creates an identifier from its text.
  package init(rawValue: String) {
    self.rawValue = rawValue
  }
}
