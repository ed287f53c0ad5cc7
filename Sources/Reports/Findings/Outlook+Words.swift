import Gradebook
import Grading
import Registrar

/// What remains to pass, in sentences; text and page say the same.
struct OutlookWords {
  private let outlook: Outlook
  private let isClosed: Bool
  private let isExamOver: Bool

  /// Prepares the sentences.
  ///
  /// - Parameters:
  ///   - outlook: What remains.
  ///   - isClosed: Whether the taking is closed.
  ///   - isExamOver: Whether the final exam is over.
  init(_ outlook: Outlook, isClosed: Bool, isExamOver: Bool) {
    self.outlook = outlook
    self.isClosed = isClosed
    self.isExamOver = isExamOver
  }

  /// Whether the mark passes as it stands.
  var isPass: Bool { outlook.mark.isPass }

  /// How it stands, in a sentence or three.
  var summary: String {
    let pass = "\(outlook.mark.passMark) %"
    if isPass {
      return isExamOver || isClosed
        ? "Passed: the mark reaches \(pass)."
        : "The mark reaches \(pass) already; the final exam is not over yet."
    }
    let missing = "\(outlook.missing.percentageUp) % are missing to the pass mark of \(pass)."
    if isClosed { return "Not passed: \(missing) This taking is closed." }
    let most = "\(outlook.most.percentage) %"
    guard outlook.canPass else {
      return "\(missing) Whatever is still open brings the mark to \(most) at most, so this taking "
        + "cannot be passed any more. You may take the course again."
    }
    return "\(missing) What is still open can bring the mark to \(most) at most."
  }

  /// What is said of each part that is still open, in the order of the mark.
  var parts: [(part: Outlook.Part, gain: String, need: String)] {
    guard !isClosed else { return [] }
    return outlook.parts.filter(\.isOpen).map { part in
      (part, "\(part.gain.percentage) %", need(of: part))
    }
  }

  /// What is needed of a part.
  private func need(of part: Outlook.Part) -> String {
    let name = part.part.kind.title.lowercased()
    if isPass { return "Nothing is needed." }
    if part.suffices, let need = part.need {
      return "You need \(need.percentageUp) % of the \(name) if nothing else changes."
    }
    return outlook.canPass
      ? "Not enough by itself." : "Not enough, even with all that is open."
  }
}

extension Mark.Kind {
  /// The part's name for people.
  var title: String {
    switch self {
    case .reviewQuestions: "Review questions"
    case .caseStudies: "Case studies"
    case .finalExam: "Final exam"
    }
  }
}

extension LearnerReport {
  /// What remains to pass, in sentences.
  var outlookWords: OutlookWords {
    OutlookWords(
      outlook, isClosed: standing.closed != nil, isExamOver: standing.exam.phase == .over)
  }
}
