package import EventSourcing
package import Grading
import PlainText

/// Why something asked of a taking is refused.
package enum EnrolmentRejection: Error, Hashable, Codable, Sendable {
  /// There is no such taking.
  case notOpen
  /// The taking exists already, under other circumstances.
  case openAlready
  /// The taking has ended.
  case closed
  /// The question is not one of this taking's.
  case unknownQuestion(QuestionID)
  /// The question has been answered rightly, or has no try left.
  case questionOver(QuestionID, isRight: Bool)
  /// The submission was never taken in.
  case unknownSubmission(String)
  /// The clock shows an earlier time than what is recorded.
  case clockRanBackward(now: Timestamp, recorded: Timestamp)
}

extension EnrolmentRejection: GradebookRejection {
  /// What is refused, in sentences.
  package var description: String {
    switch self {
    case .notOpen: "The learner is not enrolled."
    case .openAlready: "The learner is enrolled already."
    case .closed: "This taking of the course is closed, and nothing in it changes any more."
    case .unknownQuestion(let question):
      "\(question.rawValue.printableName) is no review question of this taking."
    case .questionOver(let question, true):
      "\(question) has been answered rightly already; there is nothing to gain."
    case .questionOver(let question, false): "\(question) has no try left."
    case .unknownSubmission(let digest):
      "There is no submission \(digest.prefix(12)) in this taking."
    case .clockRanBackward(let now, let recorded): clockSentence(now: now, recorded: recorded)
    }
  }

  /// What to do.
  package var remedy: Remedy? {
    switch self {
    case .notOpen: .enrol
    case .openAlready: .closeTaking
    case .closed: .enrolAgain
    case .unknownQuestion: .listReviewQuestions
    case .questionOver, .unknownSubmission, .clockRanBackward: nil
    }
  }
}

/// What is said when the clock shows an earlier time than what is recorded.
func clockSentence(now: Timestamp, recorded: Timestamp) -> String {
  let seconds = (recorded.rawValue - now.rawValue) / 1_000
  return
    "This machine's clock runs behind what is recorded already, by \(seconds) seconds. Nothing was "
    + "changed. Set the clock right and try again."
}

extension String {
  /// The text in quotes, shortened, for a sentence about something that does not exist.
  var printableName: String { "“\(String(prefix(80)).printable)”" }
}
