import PlainText
package import Registrar

/// What became of a class that was handed in, as text: a line for each learner, then all that a person must look at.
package struct ClassSubmissionText {
  private let submission: ClassSubmission
  private let style: Style
  private let width: Int

  /// Prepares the text.
  package init(_ submission: ClassSubmission, style: Style, width: Int) {
    self.submission = submission
    self.style = style
    self.width = max(width, 40)
  }

  /// The whole text.
  package func text() -> String {
    var learners: [(name: String, entries: [ClassSubmission.Entry])] = []
    for entry in submission.entries {
      if learners.last?.name == entry.learner {
        learners[learners.count - 1].entries.append(entry)
      } else {
        learners.append((entry.learner, [entry]))
      }
    }
    var lines = [style(.heading, "In the gradebook: \(counted(learners.count, "learner"))")]
    for (name, entries) in learners {
      lines += paragraph("\(name): \(points(of: entries))", indent: 2, width: width)
    }
    lines += ["", style(.heading, sum)]
    if !submission.isComplete {
      lines.append(
        style(
          .warning, "Not all: \(submission.total - submission.entries.count) were not looked at."))
    }
    let concerns = ConcernsText(submission.concerns, style: style, width: width).lines()
    if !concerns.isEmpty { lines += [""] + concerns }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a learner has earned, exercise by exercise; what was not handed in is left out.
  private func points(of entries: [ClassSubmission.Entry]) -> String {
    let parts: [String] = entries.compactMap { entry in
      switch entry.outcome {
      case .graded(let points), .answered(let points):
        "\(entry.exercise) \(points.earned)/\(points.possible)"
      case .refused: "\(entry.exercise) refused"
      case .pending: "\(entry.exercise) without a result"
      case .notHandedIn: nil
      }
    }
    return parts.isEmpty ? "nothing handed in" : parts.joined(separator: ", ")
  }

  /// How many of each kind there are.
  private var sum: String {
    var counts = [0, 0, 0, 0, 0]
    for entry in submission.entries {
      switch entry.outcome {
      case .graded: counts[0] += 1
      case .answered: counts[1] += 1
      case .notHandedIn: counts[2] += 1
      case .refused: counts[3] += 1
      case .pending: counts[4] += 1
      }
    }
    let words = [
      "graded", "answered from the record", "not handed in", "refused", "without a result",
    ]
    let parts = zip(counts, words).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(counted(submission.total, "exercise")): "
      + (parts.isEmpty ? "none" : parts.joined(separator: ", "))
  }
}
