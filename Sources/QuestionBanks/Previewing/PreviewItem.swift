package import Grading

/// One question with its key, taken apart into lists to be shown.
package struct PreviewItem {
  /// One option, item, side or blank, or one accepted text.
  package struct Row {
    /// Its letter or number, empty for a text.
    package var label: String
    /// What it says.
    package var text: String
    /// Whether the key names it, so that it is marked.
    package var isRight: Bool
    /// What belongs to it: the value of a blank, the right side of a left one.
    package var answer: String?
    /// What is said to whoever gives it.
    package var feedback: String?
  }

  /// A remark on certain answers.
  package struct Remark {
    /// When it is made.
    package var condition: String
    /// What is said.
    package var text: String
  }

  /// The question.
  package let question: Question
  /// The key.
  package let key: QuestionKey
  /// What there is to choose from or to fill in, with its key.
  package private(set) var rows: [Row] = []
  /// The right sides of a matching question.
  package private(set) var sides: [Row] = []
  /// The right answer in a line.
  package private(set) var answer = ""
  /// Remarks that belong to no single row.
  package private(set) var remarks: [Remark] = []

  /// Takes an item apart.
  init(_ item: QuestionBank.Item) {
    question = item.question
    key = item.key
    for remark in key.feedback {
      let condition: String? =
        switch remark.condition {
        case .option: nil
        case .order(let first, let second): "\(first) before \(second)"
        case .pair(let left, let right): "\(left) with \(right)"
        case .value(let blank, let value): "\(blank) = \(value.decimal)"
        case .outcome(let isRight): isRight ? "right" : "wrong"
        }
      if let condition { remarks.append(Remark(condition: condition, text: remark.text)) }
    }
    switch (question.form, key.solution) {
    case (.single(let options), .single(let right)): choose(among: options, right: [right])
    case (.multiple(let options), .multiple(let right)): choose(among: options, right: right)
    case (.ordering(let items), .ordering(let order)):
      rows = items.map { Row(label: $0.id, text: $0.text, isRight: false) }
      answer = order.joined(separator: ", ")
    case (.matching(let left, let right), .matching(let pairs)):
      rows = left.map { Row(label: $0.id, text: $0.text, isRight: false, answer: pairs[$0.id]) }
      sides = right.map { Row(label: $0.id, text: $0.text, isRight: false) }
      answer = left.map { "\($0.id)=\(pairs[$0.id] ?? "?")" }.joined(separator: ", ")
    case (.numeric(let prompts), .numeric(let blanks)):
      rows = zip(prompts, blanks).map { prompt, blank in
        let tolerance = blank.tolerance == .zero ? "" : " ± \(blank.tolerance.decimal)"
        return Row(
          label: prompt.id, text: prompt.text, isRight: false,
          answer: "\(blank.value.decimal)\(tolerance) = \(blank.computation)")
      }
      answer = blanks.map { "\($0.id)=\($0.value.decimal)" }.joined(separator: ", ")
    case (.text(let words), .text(let accept, let reject)):
      rows =
        accept.map { Row(label: "", text: $0, isRight: true) }
        + reject.map { Row(label: "", text: $0, isRight: false) }
      answer = "one of these, in at most \(words) words"
    default: break
    }
  }

  /// Fills in options.
  private mutating func choose(among options: [Question.Entry], right: Set<String>) {
    let said = Dictionary(
      key.feedback.map { ($0.condition, $0.text) }, uniquingKeysWith: { first, _ in first })
    rows = options.map { option in
      Row(
        label: option.id, text: option.text, isRight: right.contains(option.id),
        feedback: said[.option(option.id)])
    }
    answer = right.sorted().joined(separator: ", ")
  }
}
