import SQLiteStore

/// What an examination of a gradebook has found, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.verification", "version": 1, "isSound", "head": "count:digest",
///   "flaw": { "kind", "position": number, "description" } }
/// ```
///
/// `kind` is one of the names of `Flaw.Kind`. Members that do not apply are left out.
struct VerificationDocument: Encodable {
  private let format = "grader.verification"
  private let version = 1
  private let isSound: Bool
  private let head: String?
  private let flaw: Place?

  /// Puts a verification into the document.
  init(_ verification: Verification) {
    switch verification {
    case .sound(let head):
      isSound = true
      self.head = head.description
      flaw = nil
    case .broken(let flaw):
      isSound = false
      head = nil
      self.flaw = Place(
        kind: flaw.kind.rawValue, position: flaw.position, description: flaw.description)
    }
  }

  /// The first place that is not as it was written.
  private struct Place: Encodable {
    var kind: String
    var position: Int64?
    var description: String
  }
}
