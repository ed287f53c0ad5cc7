/// What an examination of a gradebook has found, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.verification", "version": 1, "isSound", "head": "count:digest",
///   "flaw": { "kind", "position": number, "description" } }
/// ```
///
/// `kind` is what the store calls it: `edited`, `missing`, `moved` and so on. Members that do not apply are left out.
package struct VerificationDocument: Encodable {
  private let format = "grader.verification"
  private let version = 1
  private let isSound: Bool
  private let head: String?
  private let flaw: Place?

  /// The document of a gradebook that is as it was written.
  ///
  /// - Parameter head: The end of its chain of digests.
  package init(soundUpTo head: String) {
    isSound = true
    self.head = head
    flaw = nil
  }

  /// The document of a gradebook that was changed.
  ///
  /// - Parameters:
  ///   - kind: What kind of place is not as it was written, by its stable name.
  ///   - position: The position concerned, if it is one.
  ///   - description: What was found there, in a sentence.
  package init(brokenAt kind: String, position: Int64?, _ description: String) {
    isSound = false
    head = nil
    flaw = Place(kind: kind, position: position, description: description)
  }

  /// The first place that is not as it was written.
  private struct Place: Encodable {
    var kind: String
    var position: Int64?
    var description: String
  }
}
