import Grading

extension ReportedBehaviour {
  /// What helps where it did not pass, as labelled notes in the order in which somebody reads them.
  ///
  /// Every rendering shows these and no others.
  var notes: [Note] {
    guard verdict != .passed else { return [] }
    var notes: [Note] = []
    if let happened { notes.append(Note("What happened", happened)) }
    if let lastWords { notes.append(Note("Last words", lastWords, isProgramText: true)) }
    if let finding {
      if !finding.given.isEmpty {
        notes.append(
          Note("Given", finding.given.joined(separator: "\n"), isProgramText: true))
      }
      notes += [
        Note("When", finding.when), Note("Expected", finding.expected),
        Note("Got", finding.got, isProgramText: true),
      ]
      notes += finding.differences.map { Note("Differs", $0, isProgramText: true) }
    }
    if let hint { notes.append(Note("Hint", hint)) }
    return notes
  }

  /// A text with what it is.
  struct Note {
    /// What it is, in a word or two.
    var label: String
    /// What it says.
    var text: String
    /// Whether it is what a program wrote, so that its columns matter.
    var isProgramText: Bool

    /// Sets every property.
    init(_ label: String, _ text: String, isProgramText: Bool = false) {
      self.label = label
      self.text = text
      self.isProgramText = isProgramText
    }
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
