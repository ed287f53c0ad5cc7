package import Gradebook

extension Remedy {
  /// The sentences that a remedy belongs to, with what to do at the command line.
  package func completing(_ sentences: String) -> String {
    switch self {
    case .enrol: "\(sentences) Enrol them first with `grader enrol`."
    case .enrolOrRenameFolder:
      "\(sentences) Enrol them with `grader enrol`, or name the folder after the learner whose it is."
    case .findOrEnrol(let learner):
      "\(sentences) `grader learners` lists them; `grader enrol \(learner) --name …` enrols a new one."
    case .enrolAgain: "\(sentences) A new one starts with `grader enrol`."
    case .closeTaking:
      "\(sentences) A new taking starts when this one is closed with `grader close`."
    case .giveFullName: sentences.going(on: ", such as --name \"Ada Lovelace\".")
    case .listReviewQuestions: "\(sentences) `grader review list` lists them."
    case .startExam: "\(sentences) Start it with `grader exam start`."
    case .finishExam: "\(sentences) Close it with `grader exam finish`."
    case .listExamQuestions: "\(sentences) `grader exam status` lists its questions."
    case .takeResponsibility:
      sentences.replacing(
        "who decides it and why", with: "who decides it (--by) and why (--reason)")
    case .examineGradebook:
      "\(sentences) Check the gradebook with `grader gradebook verify`."
    case .tryAgainOrExamineGradebook:
      sentences.going(on: ", and check it with `grader gradebook verify`.")
    }
  }

  /// Reasons, the last of which is completed.
  package func completing(_ reasons: [String]) -> [String] {
    reasons.dropLast() + reasons.suffix(1).map(completing)
  }
}

extension String {
  /// The sentence, with its full stop replaced by what it goes on with.
  fileprivate func going(on rest: String) -> String {
    (hasSuffix(".") ? String(dropLast()) : self) + rest
  }
}
