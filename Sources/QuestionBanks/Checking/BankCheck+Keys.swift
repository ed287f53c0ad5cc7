import Grading

extension BankCheck {
  /// Texts that somebody still has to write.
  static func placeholders(_ item: QuestionBank.Item) -> [BankFinding] {
    let key = item.key
    let texts = [item.question.prompt, key.rationale] + key.sources + key.feedback.map(\.text)
    guard texts.contains(placeholder) else { return [] }
    return [
      BankFinding(
        .error, .placeholder, [item.question.id],
        "A text says “\(placeholder)”; write it.")
    ]
  }

  /// Computations that fail, or do not give the value.
  static func computations(_ item: QuestionBank.Item) -> [BankFinding] {
    guard case .numeric(let blanks) = item.key.solution else { return [] }
    let id = item.question.id
    var findings: [BankFinding] = []
    for blank in blanks {
      guard !blank.tolerance.isNegative else {
        findings.append(
          BankFinding(
            .error, .computation, [id],
            "The tolerance of blank \(blank.id) is below 0, so that no answer is right."))
        continue
      }
      do throws(ComputationError) {
        let computation = try Computation(blank.computation)
        let distance = computation.value - blank.value
        if max(distance, .zero - distance) > blank.tolerance {
          findings.append(
            BankFinding(
              .error, .computation, [id],
              "The computation of blank \(blank.id) gives \(computation.value.decimal), and the key says "
                + "\(blank.value.decimal). Correct one of them."))
        } else if !computation.computes {
          findings.append(
            BankFinding(
              .warning, .computation, [id],
              "The computation of blank \(blank.id) only repeats the value. Say how it follows from the prompt."
            ))
        }
      } catch {
        findings.append(
          BankFinding(.error, .computation, [id], "Blank \(blank.id): \(error.description)"))
      }
    }
    return findings
  }

  /// Answers to which nothing is said, and remarks that are never made or made to right answers.
  static func feedback(_ item: QuestionBank.Item) -> [BankFinding] {
    let conditions = item.key.feedback.map(\.condition)
    var problems: [String] = []
    if Set(conditions).count < conditions.count {
      problems.append("Two remarks answer the same; keep one.")
    }
    switch (item.question.form, item.key.solution) {
    case (.single(let options), _), (.multiple(let options), _):
      let missing = options.map(\.id).filter { !conditions.contains(.option($0)) }
      if !missing.isEmpty {
        problems.append(
          "Nothing is said to \(missing.joined(separator: ", ")); write feedback for every option.")
      }
    case (.ordering, .ordering(let right)):
      if conditions.count < 2 {
        problems.append("Write feedback for two likely wrong orders at least.")
      }
      for case .order(let first, let second) in conditions {
        if let a = right.firstIndex(of: first), let b = right.firstIndex(of: second), a <= b {
          problems.append(
            "The remark on \(first) before \(second) is also made to the right answer; turn it round."
          )
        }
      }
    case (.matching, .matching(let right)):
      if conditions.count < 3 {
        problems.append("Write feedback for three likely wrong pairs at least.")
      }
      for case .pair(let left, let side) in conditions where right[left] == side {
        problems.append("The remark on \(left) with \(side) is made to a right pair; drop it.")
      }
    case (.numeric, .numeric(let blanks)):
      for blank in blanks {
        let wrong = conditions.count { condition in
          guard case .value(blank.id, let value) = condition else { return false }
          return value < blank.value - blank.tolerance || blank.value + blank.tolerance < value
        }
        if wrong < 2 {
          problems.append(
            "Write feedback for two likely wrong values of blank \(blank.id) at least.")
        }
      }
    case (.text, _):
      for isRight in [true, false] where !conditions.contains(.outcome(isRight: isRight)) {
        problems.append("Write what is said to a \(isRight ? "right" : "wrong") answer.")
      }
    default: break
    }
    return problems.map { BankFinding(.error, .feedback, [item.question.id], $0) }
  }

  /// Choices that are alike, and an order that is right as it stands.
  static func choices(_ item: QuestionBank.Item) -> [BankFinding] {
    var problems: [String] = []
    for list in item.question.form.lists {
      let texts = list.map(\.text.foldedAnswer)
      if Set(texts).count < texts.count {
        problems.append("Two entries of one list say the same; change one.")
      }
    }
    if case .ordering(let items) = item.question.form,
      item.key.solution == .ordering(items.map(\.id))
    {
      problems.append("The items stand in the right order; shuffle them.")
    }
    return problems.map { BankFinding(.error, .choice, [item.question.id], $0) }
  }

  /// Lists of a short answer that contradict each other or the question.
  static func shortAnswers(_ item: QuestionBank.Item) -> [BankFinding] {
    guard case .text(let accept, let reject) = item.key.solution,
      case .text(let maximumWords) = item.question.form
    else { return [] }
    var problems: [String] = []
    let accepted = Set(accept.map(\.foldedAnswer))
    let rejected = Set(reject.map(\.foldedAnswer))
    if let both = accepted.intersection(rejected).min() {
      problems.append("“\(both)” is on both lists, after folding; keep it on one.")
    }
    if accepted.count < accept.count || rejected.count < reject.count {
      problems.append("A list has two entries that are the same after folding; keep one.")
    }
    if accepted.contains("") {
      problems.append("An accepted answer has no letter or digit, so that nobody can give it.")
    }
    if let long = accept.first(where: {
      $0.split(whereSeparator: \.isWhitespace).count > maximumWords
    }) {
      problems.append("“\(long)” has more than the \(maximumWords) words that may be given.")
    }
    return problems.map { BankFinding(.error, .shortAnswer, [item.question.id], $0) }
  }
}
