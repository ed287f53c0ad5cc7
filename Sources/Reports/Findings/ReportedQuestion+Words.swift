import Gradebook
import Grading
import PlainText
import Registrar

extension LearnerReport.Question {
  /// How a question stands, as far as it may be said.
  enum State {
    case right, partlyRight, wrong, answered, notTried
  }

  /// How the question stands.
  var state: State {
    switch feedback?.verdict {
    case .right: .right
    case .partlyRight: .partlyRight
    case .wrong: .wrong
    case nil: answers.isEmpty ? .notTried : .answered
    }
  }

  /// How the question stands, in a few words: the last answer, what is earned, the tries left.
  var stateWords: String {
    var parts: [String]
    switch state {
    case .right: parts = ["right"]
    case .partlyRight:
      parts = ["partly right" + (lastShare.map { ", \($0.percentage) %" } ?? "")]
    case .wrong: parts = ["wrong"]
    case .answered: parts = ["answered"]
    case .notTried: parts = ["not tried"]
    }
    if let credit, credit > .zero { parts.append("earned \(credit.percentage) %") }
    if triesLeft > 0 {
      let worth = nextCredit.map { $0 == .one ? "" : ", the next worth \($0.percentage) %" } ?? ""
      parts.append("\(triesLeft == 1 ? "1 try" : "\(triesLeft) tries") left\(worth)")
    }
    return parts.joined(separator: " · ")
  }
}

extension LearnerReport {
  /// Where the final exam stands, in a sentence or two.
  var examWords: String {
    let exam = standing.exam
    switch exam.phase {
    case .notStarted:
      return "Not started. It is sat once; its questions are drawn when it starts."
    case .underWay:
      let limit = exam.endsAt.map {
        examTakesAnswers
          ? " Answers are taken until \($0.moment)." : " The time was up at \($0.moment)."
      }
      return
        "Under way: \(exam.tried) of \(counted(exam.questions, "question")) tried. What it has "
        + "earned is told once it is finished.\(limit ?? "")"
    case .over:
      guard exam.questions > 0 else { return "Not taken." }
      return "Over: \(exam.score.percentage) %, \(exam.tried) of "
        + "\(counted(exam.questions, "question")) tried."
    }
  }
}
