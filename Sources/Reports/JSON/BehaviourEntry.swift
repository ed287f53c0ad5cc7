import Grading

/// One behaviour of a submission in a document.
///
/// ```text
/// { "id", "sentence", "points", "earned", "verdict", "detail", "hint", "lastWords",
///   "finding": { "given": [text], "when", "expected", "got", "differences": [text] } }
/// ```
///
/// `verdict` is one of the names of ``Verdict``. Members that do not apply, or that the reader may not know, are left out;
/// so are sentence and points of a behaviour that its suite has no more.
struct BehaviourEntry: Encodable {
  private let id: String
  private let sentence: String?
  private let points: Int?
  private let earned: Int?
  private let verdict: String
  private let detail: String?
  private let hint: String?
  private let lastWords: String?
  private let finding: Finding?

  /// Puts a behaviour into the entry.
  init(_ behaviour: ReportedBehaviour) {
    id = behaviour.id
    sentence = behaviour.declaration?.sentence
    points = behaviour.points
    earned = behaviour.earned
    verdict = behaviour.verdict.rawValue
    detail = behaviour.happened
    hint = behaviour.hint
    lastWords = behaviour.lastWords
    finding = behaviour.finding
  }
}
