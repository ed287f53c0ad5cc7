import EventSourcing
package import Gradebook
import Grading

/// Every taking of a gradebook, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.class", "version": 1,
///   "takings": [ { "learner", "taking": number, "name", "openedAt", "closedAt", "lastAt": milliseconds, "exam": phase,
///     "mark": SCORE, "isPass" } ] }
/// ```
///
/// `exam` and `SCORE` are as in ``StandingDocument``. `closedAt` is left out while a taking is open.
package struct ClassDocument: Encodable {
  private let format = "grader.class"
  private let version = 1
  private let takings: [Taking]

  /// Puts summaries into the document.
  package init(_ takings: [TakingSummary]) {
    self.takings = takings.map { taking in
      Taking(
        learner: taking.taking.learner, taking: taking.taking.number, name: taking.name,
        openedAt: taking.openedAt.rawValue, closedAt: taking.closedAt?.rawValue,
        lastAt: taking.lastAt.rawValue, exam: taking.exam, mark: taking.mark.total,
        isPass: taking.mark.isPass)
    }
  }

  /// One taking.
  private struct Taking: Encodable {
    var learner: String
    var taking: Int
    var name: String
    var openedAt: Int64
    var closedAt: Int64?
    var lastAt: Int64
    var exam: String
    var mark: Rational
    var isPass: Bool
  }
}
