import Grading

/// Reads one question of GIFT.
struct GIFTReader {
  /// What a question says.
  struct Content {
    var title: String
    var prompt: String
    var form: Question.Form
    var solution: QuestionKey.Solution
    var feedback: [QuestionKey.Feedback]
    var rationale: String?
  }

  /// What could not be carried over.
  private(set) var notes: [TransferNote] = []
  private let block: GIFTBlock

  /// Takes the block that the question stands in.
  init(_ block: GIFTBlock) {
    self.block = block
  }

  /// The question, or `nil` if it cannot be carried over; the notes say why.
  mutating func read() -> Content? {
    var rest = GIFTText(reading: block.text.utf8).trimmed
    var title = ""
    if rest.firstIndex(of: "::") == rest.units.startIndex,
      let (before, after) = GIFTText(rest.units.dropFirst(2)).split(at: "::")
    {
      title = before.string
      rest = after.trimmed
    }
    for format in ["plain", "html", "markdown", "moodle"] {
      guard rest.firstIndex(of: "[\(format)]") == rest.units.startIndex else { continue }
      rest = GIFTText(rest.units.dropFirst(format.utf8.count + 2))
      if format != "plain" { note("its text is \(format), and is taken as it stands.") }
      break
    }
    guard let (before, opened) = rest.split(at: "{") else {
      return leaveOut("there is nothing to answer: it is a description.")
    }
    guard let (body, after) = opened.split(at: "}") else {
      return leaveOut("its answers have no closing brace; an empty line may have cut it off.")
    }
    guard after.firstIndex(of: "{") == nil, body.firstIndex(of: "{") == nil else {
      return leaveOut("it has more than one list of answers.")
    }
    let prompt = after.isEmpty ? before.string : "\(before.string) _____ \(after.string)"
    guard !before.isEmpty || !after.isEmpty else { return leaveOut("it asks nothing.") }
    var answers = body
    var rationale: String?
    if let (list, general) = body.split(at: "####") {
      answers = list
      rationale = general.isEmpty ? nil : general.string
    }
    var content = Content(
      title: title, prompt: prompt, form: .text(maximumWords: 1),
      solution: .text(accept: [], reject: []), feedback: [], rationale: rationale)
    return fill(&content, from: answers.trimmed) ? content : nil
  }

  /// Reads the answers; says why if it cannot.
  private mutating func fill(_ content: inout Content, from body: GIFTText) -> Bool {
    guard !body.isEmpty else {
      return refuse("it is an essay, which nobody but a person can mark.")
    }
    if body.firstIndex(of: "#") == body.units.startIndex {
      return number(&content, from: GIFTText(body.units.dropFirst()).trimmed)
    }
    let (before, parts) = body.answers
    if parts.isEmpty { return truth(&content, from: body) }
    guard before.isEmpty else { return refuse("a text stands before its first answer.") }
    let answers = parts.map { GIFTAnswer(isEqual: $0.isEqual, $0.text) }
    if answers.contains(where: { !$0.isEqual }) { return choice(&content, from: answers) }
    if answers.allSatisfy({ $0.text.firstIndex(of: "->") != nil }) {
      return matching(&content, from: answers)
    }
    return words(&content, from: answers)
  }

  /// Options, of which one is right or several are.
  private mutating func choice(_ content: inout Content, from answers: [GIFTAnswer]) -> Bool {
    guard (2...20).contains(answers.count) else { return refuse("it has not 2 to 20 options.") }
    guard answers.allSatisfy({ !$0.text.isEmpty }) else { return refuse("an option is empty.") }
    let options = answers.enumerated().map { index, answer in
      Question.Entry(id: QuestionLayout.letter(index), text: answer.text.string)
    }
    content.feedback = zip(options, answers).compactMap { option, answer in
      answer.feedback.map { QuestionKey.Feedback(.option(option.id), $0) }
    }
    let equal = zip(options, answers).filter { $1.isEqual }
    if equal.count == 1 {
      if answers.contains(where: { !$0.isEqual && ($0.weight ?? .zero) > .zero }) {
        note("options that are right in part count as wrong.")
      }
      content.form = .single(options)
      content.solution = .single(equal[0].0.id)
      return true
    }
    guard equal.isEmpty else {
      return refuse("several options are right, and one is to be chosen.")
    }
    let right = zip(options, answers).filter { ($1.weight ?? .zero) > .zero }
    guard (1..<options.count).contains(right.count) else {
      return refuse("no option is right, or all are.")
    }
    if Set(right.map { $1.weight }).count > 1 { note("the right options count alike here.") }
    content.form = .multiple(options)
    content.solution = .multiple(Set(right.map(\.0.id)))
    return true
  }

  /// Pairs; one without a left side is a right side that nothing goes with.
  private mutating func matching(_ content: inout Content, from answers: [GIFTAnswer]) -> Bool {
    var left: [Question.Entry] = []
    var right: [Question.Entry] = []
    var pairs: [String: String] = [:]
    for answer in answers {
      guard let (a, b) = answer.text.split(at: "->"), !b.isEmpty else {
        return refuse("a pair has no right side.")
      }
      if answer.feedback != nil { note("what is said to a pair is left out.") }
      let side =
        right.first { $0.text == b.string }
        ?? Question.Entry(id: QuestionLayout.number(right.count), text: b.string)
      if !right.contains(side) { right.append(side) }
      guard !a.isEmpty else { continue }
      guard left.count < 20 else { return refuse("it has more than 20 pairs.") }
      let entry = Question.Entry(id: QuestionLayout.letter(left.count), text: a.string)
      left.append(entry)
      pairs[entry.id] = side.id
    }
    guard left.count >= 2, (2...20).contains(right.count) else {
      return refuse("it has not 2 to 20 different sides.")
    }
    content.form = .matching(left: left, right: right)
    content.solution = .matching(pairs)
    return true
  }

  /// Words that are right, and some that are wrong.
  private mutating func words(_ content: inout Content, from answers: [GIFTAnswer]) -> Bool {
    var accept: [String] = []
    var reject: [String] = []
    var said: (right: Set<String>, wrong: String?) = ([], nil)
    for answer in answers {
      let text = answer.text.string
      if answer.isRight, !text.isEmpty {
        accept.append(text)
        if let feedback = answer.feedback { said.right.insert(feedback) }
      } else if answer.weight == .zero, text == "*" {
        said.wrong = answer.feedback
      } else if answer.weight == .zero, !text.isEmpty {
        reject.append(text)
        if answer.feedback != nil { note("what is said to “\(text.prefix(40))” is left out.") }
      } else {
        note("“\(text.prefix(40))” is right in part, and is left out.")
      }
    }
    let longest = accept.map { $0.split(whereSeparator: \.isWhitespace).count }.max() ?? 0
    guard (1...10).contains(longest) else { return refuse("no answer of 1 to 10 words is right.") }
    if said.right.count > 1 { note("different things are said to right answers; one is kept.") }
    if accept.contains(where: { $0.contains("*") }) {
      note("a * in an answer stands for itself here.")
    }
    content.form = .text(maximumWords: longest)
    content.solution = .text(accept: accept, reject: reject)
    content.feedback =
      (said.right.min().map { [QuestionKey.Feedback(.outcome(isRight: true), $0)] } ?? [])
      + (said.wrong.map { [QuestionKey.Feedback(.outcome(isRight: false), $0)] } ?? [])
    return true
  }

  /// True or false, as two options.
  private mutating func truth(_ content: inout Content, from body: GIFTText) -> Bool {
    let answer = GIFTAnswer(isEqual: true, body)
    let word = answer.text.string.uppercased()
    guard ["T", "TRUE", "F", "FALSE"].contains(word) else {
      return refuse("its answers begin with neither = nor ~.")
    }
    if answer.feedback != nil { note("what is said to true and false is left out.") }
    content.form = .single([
      Question.Entry(id: "a", text: "True"), Question.Entry(id: "b", text: "False"),
    ])
    content.solution = .single(word.hasPrefix("T") ? "a" : "b")
    return true
  }

  /// One number, which may be written with its tolerance or as a range.
  private mutating func number(_ content: inout Content, from body: GIFTText) -> Bool {
    let (before, parts) = body.answers
    guard parts.isEmpty || before.isEmpty else {
      return refuse("a text stands before its first answer.")
    }
    let answers =
      parts.isEmpty
      ? [GIFTAnswer(isEqual: true, body)] : parts.map { GIFTAnswer(isEqual: $0.isEqual, $0.text) }
    var right: (value: Rational, tolerance: Rational)?
    var feedback: [QuestionKey.Feedback] = []
    for answer in answers {
      guard let (value, tolerance) = Self.range(answer.text) else {
        note("“\(answer.text.string.prefix(40))” is no number, and is left out.")
        continue
      }
      let remark = answer.feedback.map { QuestionKey.Feedback(.value(blank: "a", value), $0) }
      if answer.isRight, right == nil {
        right = (value, tolerance)
        feedback += remark.map { [$0] } ?? []
      } else if answer.isEqual, answer.weight == .zero, tolerance == .zero {
        feedback += remark.map { [$0] } ?? []
      } else {
        note(
          "“\(answer.text.string.prefix(40))” is another right number, or one in part; it is left out."
        )
      }
    }
    guard let right else { return refuse("no number is right.") }
    note("how its number is computed is not said.")
    content.form = .numeric([Question.Entry(id: "a", text: "Your answer")])
    // The last line of a prompt asks for the number, where there are several.
    if let end = content.prompt.lastIndex(of: "\n") {
      let last = String(content.prompt[content.prompt.index(after: end)...])
      let first = String(content.prompt[..<end])
      if !last.isEmpty, !first.isEmpty {
        content.form = .numeric([Question.Entry(id: "a", text: last)])
        content.prompt = first
      }
    }
    content.solution = .numeric([
      QuestionKey.Blank(
        id: "a", value: right.value, tolerance: right.tolerance, computation: right.value.decimal)
    ])
    content.feedback = feedback
    return true
  }

  /// A number with its tolerance: `398`, `398:2` or `396..400`.
  private static func range(_ text: GIFTText) -> (value: Rational, tolerance: Rational)? {
    func number(_ text: GIFTText) -> Rational? {
      let string = text.string
      return string.utf8.count <= 30 && !string.contains("/") ? Rational(string) : nil
    }
    if let (low, high) = text.split(at: "..") {
      guard let low = number(low), let high = number(high), low <= high else { return nil }
      let half = (high - low) / Rational(2)
      return (low + half, half)
    }
    guard let (value, tolerance) = text.split(at: ":") else {
      return number(text).map { ($0, .zero) }
    }
    guard let value = number(value), let tolerance = number(tolerance), !tolerance.isNegative else {
      return nil
    }
    return (value, tolerance)
  }

  /// Notes something that is lost while the question is kept.
  private mutating func note(_ text: String) {
    notes.append(TransferNote(block.place, text))
  }

  /// Says why the question is left out.
  private mutating func refuse(_ reason: String) -> Bool {
    note("left out: \(reason)")
    return false
  }

  /// Says why the question is left out.
  private mutating func leaveOut(_ reason: String) -> Content? {
    note("left out: \(reason)")
    return nil
  }
}
