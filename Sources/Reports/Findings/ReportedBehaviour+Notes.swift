import Grading

extension ReportedBehaviour {
  /// What helps where it did not pass, as labelled notes in the order in which somebody reads them.
  ///
  /// Every rendering shows these and no others.
  var notes: [(label: String, text: String)] {
    guard verdict != .passed else { return [] }
    var notes: [(label: String, text: String)] = []
    if let happened { notes.append(("What happened", happened)) }
    if let lastWords { notes.append(("Last words", lastWords)) }
    if let finding {
      if !finding.given.isEmpty {
        notes.append(("Given", finding.given.joined(separator: "\n")))
      }
      notes += [("When", finding.when), ("Expected", finding.expected), ("Got", finding.got)]
      notes += finding.differences.map { ("Differs", $0) }
    }
    if let hint { notes.append(("Hint", hint)) }
    return notes
  }

  /// The sentence that is checked, or what stands for it when the suite has it no more.
  var sentence: String {
    declaration?.sentence ?? "This behaviour is no longer part of the exercise."
  }
}

extension Verdict.Kind {
  /// The verdict in a few words.
  var words: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .crashed: "crashed"
    case .exited: "ended itself"
    case .timedOut: "timed out"
    case .outOfMemory: "out of memory"
    case .brokeProtocol: "invalid answer"
    case .notRun: "not run"
    case .graderFault: "internal error"
    }
  }
}

extension ExerciseOutcome {
  /// Why nothing ran, in a sentence; `nil` when the suite ran.
  var sentence: String? {
    switch self {
    case .graded: nil
    case .notHandedIn: "Not handed in."
    case .refused: "Refused; nothing was compiled."
    case .notBuilt: "Does not build; nothing was run."
    case .graderFault: "Internal error. The grader broke; this costs the learner nothing."
    }
  }
}
