import Grading

/// Something that a person must look at, in JSON documents; without `exercise` it is about more than one.
struct ConcernEntry: Encodable {
  private let name: String
  private let exercise: String?
  private let reason: String

  /// Puts a concern into a document.
  init(_ concern: Concern) {
    name = concern.name
    exercise = concern.exercise
    reason = concern.reason
  }
}
