import Grading

/// Writes questions one after another.
struct GIFTWriter {
  private(set) var text = ""
  private(set) var notes: [TransferNote] = []
  private var bullet: BulletID?
  private var kinds: Set<Question.Kind> = []

  /// What is lost of every question of a kind that was written.
  var commonNotes: [TransferNote] {
    let losses: [(Question.Kind, String)] = [
      (
        .multiple,
        "the marking by shares of options; weights of GIFT stand in, by which wrong ticks are taken off."
      ),
      (.matching, "remarks on wrong pairs."),
      (.numeric, "the computation that the check executes."),
      (.text, "how many words may be given."),
    ]
    guard !kinds.isEmpty else { return [] }
    return [TransferNote("every question", "without sources and expected difficulty.")]
      + losses.filter { kinds.contains($0.0) }.map { kind, loss in
        TransferNote("every \(kind.rawValue) question", "without \(loss)")
      }
  }

  /// Writes one question.
  mutating func write(_ item: QuestionBank.Item) {
    let question = item.question
    let id = question.id.rawValue
    let remarks = Dictionary(
      item.key.feedback.map { ($0.condition, $0.text) }, uniquingKeysWith: { first, _ in first })
    switch (question.form, item.key.solution) {
    case (.single(let options), .single(let right)):
      let answers = options.map { option in
        Self.answer(option.id == right ? "=" : "~", option.text, remarks[.option(option.id)])
      }
      write(question, item.key, answers)
    case (.multiple(let options), .multiple(let right)):
      let answers = options.map { option in
        let isRight = right.contains(option.id)
        let weight = Self.weight(oneOf: isRight ? right.count : options.count - right.count)
        return Self.answer(
          "~%\(isRight ? "" : "-")\(weight)%", option.text, remarks[.option(option.id)])
      }
      write(question, item.key, answers)
    case (.matching(let left, let right), .matching(let pairs)):
      let used = Set(pairs.values)
      let texts = Dictionary(
        right.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
      if (left + right).contains(where: { $0.text.contains("->") }) {
        notes.append(
          TransferNote(id, "“->” in a text is written as “→”, since GIFT reads it as a pair."))
      }
      write(
        question, item.key,
        left.map { Self.pair($0.text, texts[pairs[$0.id] ?? ""] ?? "") }
          + right.filter { !used.contains($0.id) }.map { Self.pair("", $0.text) })
    case (.numeric(let prompts), .numeric(let blanks)):
      if blanks.count > 1 {
        notes.append(
          TransferNote(id, "its \(blanks.count) blanks are written as questions of their own."))
      }
      for (prompt, blank) in zip(prompts, blanks) {
        var part = question
        // A prompt may speak of its blanks by their letters.
        part.prompt += "\n" + (blanks.count > 1 ? "(\(blank.id)) " : "") + prompt.text
        if blanks.count > 1 { part.id = QuestionID(rawValue: "\(id)-\(blank.id)") }
        write(part, item.key, Self.numbers(blank, item.key.feedback), opening: "#")
      }
    case (.text, .text(let accept, let reject)):
      if (accept + reject).contains(where: { $0.contains("->") }) {
        notes.append(
          TransferNote(id, "“->” in a text is written as “→”, since GIFT reads it as a pair."))
      }
      let wrong = remarks[.outcome(isRight: false)]
      write(
        question, item.key,
        accept.map { Self.answer("=", Self.withoutArrow($0), remarks[.outcome(isRight: true)]) }
          + reject.map { Self.answer("=%0%", Self.withoutArrow($0), nil) }
          + (wrong.map { [Self.answer("=%0%", "*", $0)] } ?? []))
    default:
      notes.append(
        TransferNote(id, "not written, since GIFT has no \(question.kind.rawValue) questions."))
    }
  }

  /// Writes the frame of one question around its answers.
  private mutating func write(
    _ question: Question, _ key: QuestionKey, _ answers: [String], opening: String = ""
  ) {
    kinds.insert(question.kind)
    if bullet != question.bullet {
      bullet = question.bullet
      text += "$CATEGORY: $course$/\(question.bullet)\n\n"
    }
    let id = question.id.rawValue.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
    text += "// [id:\(id)] [tag:\(question.bloom.rawValue)]\n"
    text += "::\(Self.escaped(id))::[plain]\(Self.escaped(question.prompt)) {\(opening)\n"
    for answer in answers { text += "\t\(answer)\n" }
    text += "\t####\(Self.escaped(key.rationale))\n}\n\n"
  }

  /// The right number of a blank, and the wrong ones to which something is said.
  private static func numbers(
    _ blank: QuestionKey.Blank, _ feedback: [QuestionKey.Feedback]
  ) -> [String] {
    var right: String?
    var wrong: [String] = []
    for remark in feedback {
      guard case .value(blank.id, let value) = remark.condition else { continue }
      if value == blank.value {
        right = remark.text
      } else {
        wrong.append(number("=%0%", value, .zero, remark.text))
      }
    }
    return [number("=", blank.value, blank.tolerance, right)] + wrong
  }

  /// A number with its tolerance.
  private static func number(
    _ mark: String, _ value: Rational, _ tolerance: Rational, _ remark: String?
  ) -> String {
    "\(mark)\(value.decimal):\(tolerance.decimal)\(remark.map { "#\(escaped($0))" } ?? "")"
  }

  /// An answer with its mark and what is said to it.
  private static func answer(_ mark: String, _ text: String, _ remark: String?) -> String {
    "\(mark)\(escaped(text))\(remark.map { "#\(escaped($0))" } ?? "")"
  }

  /// A left side with its right one.
  private static func pair(_ left: String, _ right: String) -> String {
    "=\(escaped(withoutArrow(left))) -> \(escaped(withoutArrow(right)))"
  }

  /// A text without what GIFT takes for the arrow of a pair, which cannot be escaped.
  private static func withoutArrow(_ text: String) -> String { text.replacing("->", with: "→") }

  /// The weight of one of several options, with the five decimals that GIFT is read with.
  private static func weight(oneOf count: Int) -> String {
    let hundredThousandths = 10_000_000 / max(count, 1)
    let isRoundedUp = 10_000_000 % max(count, 1) * 2 >= max(count, 1)
    return Rational(hundredThousandths + (isRoundedUp ? 1 : 0), over: 100_000).decimal
  }

  /// A text in which nothing has a meaning of its own.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "~", "=", "#", "{", "}", ":", "\\": result += "\\\(character)"
      case "\n", "\r\n", "\r": result += "\\n"
      default: result.append(character)
      }
    }
  }
}
