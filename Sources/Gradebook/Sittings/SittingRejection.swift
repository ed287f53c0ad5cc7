package import EventSourcing
package import Grading

/// Why something asked of the final exam is refused.
package enum SittingRejection: Error, Hashable, Codable, Sendable {
  /// No sitting has started.
  case notStarted
  /// The one sitting of this taking is over.
  case over
  /// The time of the sitting is up.
  case timeIsUp
  /// The question is not in the form.
  case unknownQuestion(QuestionID)
  /// The question has been answered rightly, or has no try left.
  case questionOver(QuestionID, isRight: Bool)
  /// Nobody took responsibility for a reset, or gave no reason.
  case resetWithoutReason
  /// The clock shows an earlier time than what is recorded.
  case clockRanBackward(now: Timestamp, recorded: Timestamp)
}

extension SittingRejection: GradebookRejection {
  /// What is refused, in sentences.
  package var description: String {
    switch self {
    case .notStarted: "The final exam has not started."
    case .over:
      "The final exam of this taking is over; it is sat once. The course may be taken again."
    case .timeIsUp:
      "The time of this sitting is up, and no answer is taken any more."
    case .unknownQuestion(let question):
      "\(question.rawValue.printableName) is not in this sitting's form."
    case .questionOver(let question, true):
      "\(question) has been answered rightly already; there is nothing to gain."
    case .questionOver(let question, false): "\(question) has no try left."
    case .resetWithoutReason: "A reset needs both who decides it and why."
    case .clockRanBackward(let now, let recorded): clockSentence(now: now, recorded: recorded)
    }
  }

  /// What to do.
  package var remedy: Remedy? {
    switch self {
    case .notStarted: .startExam
    case .timeIsUp: .finishExam
    case .unknownQuestion: .listExamQuestions
    case .resetWithoutReason: .takeResponsibility
    case .over, .questionOver, .clockRanBackward: nil
    }
  }
}
