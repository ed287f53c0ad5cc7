package import EventSourcing

extension QuestionKey {
  /// Reads the key of a question from an object of a bank, strictly.
  ///
  /// - Parameters:
  ///   - reader: The object.
  ///   - question: The question that the key must fit.
  /// - Throws: ``DocumentError`` naming the member that is wrong or does not fit.
  package init(_ reader: ObjectReader, for question: Question) throws(DocumentError) {
    var reader = reader
    id = QuestionID(rawValue: try reader.string("id"))
    guard id == question.id else { throw reader.error(at: "id", "must be \(question.id)") }
    solution = try Self.solution(of: &reader, for: question.form)
    feedback = []
    for reader in try reader.objects("feedback", mayBeEmpty: true) {
      feedback.append(try Self.feedback(reader, for: question.form))
    }
    rationale = try reader.string("rationale")
    sources = try reader.strings("sources")
    expectedFacility = try reader.number("expectedFacility", in: .zero ... .one)
    try reader.finish()
  }

  // MARK: - The answer

  /// Reads what is right.
  private static func solution(
    of reader: inout ObjectReader, for form: Question.Form
  ) throws(DocumentError) -> Solution {
    switch form {
    case .single(let options):
      return .single(try known(try reader.string("answer"), in: options, "answer", of: reader))
    case .multiple(let options):
      let answer = try reader.strings("answer")
      for option in answer { _ = try known(option, in: options, "answer", of: reader) }
      guard Set(answer).count == answer.count, answer.count < options.count else {
        throw reader.error(at: "answer", "must name some options but not all, each once")
      }
      return .multiple(Set(answer))
    case .ordering(let items):
      let answer = try reader.strings("answer")
      guard answer.sorted() == items.map(\.id).sorted() else {
        throw reader.error(at: "answer", "must name every item once")
      }
      return .ordering(answer)
    case .matching(let left, let right): return .matching(try matching(left, right, of: &reader))
    case .numeric(let blanks): return .numeric(try numeric(blanks, of: &reader))
    case .text:
      var answer = try reader.object("answer")
      let solution = Solution.text(
        accept: try answer.strings("accept"),
        reject: try answer.strings("reject", mayBeEmpty: true))
      try answer.finish()
      return solution
    }
  }

  /// Reads the right side of each left one.
  private static func matching(
    _ left: [Question.Entry], _ right: [Question.Entry], of reader: inout ObjectReader
  ) throws(DocumentError) -> [String: String] {
    var answer = try reader.object("answer")
    var pairs: [String: String] = [:]
    for entry in left {
      pairs[entry.id] = try known(try answer.string(entry.id), in: right, entry.id, of: answer)
    }
    try answer.finish()
    return pairs
  }

  /// Reads the number of each blank.
  private static func numeric(
    _ blanks: [Question.Entry], of reader: inout ObjectReader
  ) throws(DocumentError) -> [Blank] {
    let readers = try reader.objects("answer")
    guard readers.count == blanks.count else {
      throw reader.error(at: "answer", "must have one object for each blank")
    }
    var answer: [Blank] = []
    for (blank, var reader) in zip(blanks, readers) {
      guard try reader.string("blank") == blank.id else {
        throw reader.error(at: "blank", "must be \"\(blank.id)\", in the order of the blanks")
      }
      answer.append(
        Blank(
          id: blank.id, value: try decimal("value", of: &reader),
          tolerance: try decimal("tolerance", of: &reader),
          computation: try reader.string("computation")))
      try reader.finish()
    }
    return answer
  }

  // MARK: - Feedback

  /// Reads what is said to an answer, and when.
  private static func feedback(
    _ reader: ObjectReader, for form: Question.Form
  ) throws(DocumentError) -> Feedback {
    var reader = reader
    let condition: Condition
    switch form {
    case .single(let options), .multiple(let options):
      condition = .option(try known(try reader.string("option"), in: options, "option", of: reader))
    case .ordering(let items):
      condition = .order(
        first: try known(try reader.string("first"), in: items, "first", of: reader),
        second: try known(try reader.string("second"), in: items, "second", of: reader))
    case .matching(let left, let right):
      condition = .pair(
        left: try known(try reader.string("left"), in: left, "left", of: reader),
        right: try known(try reader.string("right"), in: right, "right", of: reader))
    case .numeric(let blanks):
      condition = .value(
        blank: try known(try reader.string("blank"), in: blanks, "blank", of: reader),
        try decimal("value", of: &reader))
    case .text:
      condition = .outcome(isRight: try reader.choice("outcome", of: Outcome.self) == .right)
    }
    let feedback = Feedback(condition, try reader.string("text"))
    try reader.finish()
    return feedback
  }

  /// How the outcome of a text is named in files.
  private enum Outcome: String, CaseIterable { case right, wrong }

  /// Refuses an identifier that is not in a list.
  private static func known(
    _ id: String, in entries: [Question.Entry], _ key: String, of reader: ObjectReader
  ) throws(DocumentError) -> String {
    guard entries.contains(where: { $0.id == id }) else {
      let ids = entries.map { "\"\($0.id)\"" }.joined(separator: ", ")
      throw reader.error(at: key, "must be one of \(ids)")
    }
    return id
  }

  /// Reads a text that is a decimal number.
  private static func decimal(
    _ key: String, of reader: inout ObjectReader
  ) throws(DocumentError) -> Rational {
    let text = try reader.string(key)
    guard !text.contains("/"), let number = Rational(text) else {
      throw reader.error(at: key, "must be a decimal number in quotes, such as \"12.5\"")
    }
    return number
  }
}

extension QuestionKey {
  /// The key as an object of a bank.
  ///
  /// The values of blanks are texts of decimal digits, as they are read.
  package var json: JSONValue {
    .object([
      "id": .string(id.rawValue), "answer": solution.json,
      "feedback": .array(feedback.map(\.json)), "rationale": .string(rationale),
      "sources": .array(sources.map(JSONValue.string)),
      "expectedFacility": facility,
    ])
  }
}

extension QuestionKey {
  /// The expected facility as a JSON number.
  private var facility: JSONValue {
    if expectedFacility == .zero { return .int(0) }
    if expectedFacility == .one { return .int(1) }
    return .number(Double(expectedFacility.decimal) ?? 0)
  }
}

extension QuestionKey.Solution {
  /// The answer as it stands in a bank.
  fileprivate var json: JSONValue {
    switch self {
    case .single(let option): .string(option)
    case .multiple(let options): .array(options.sorted().map(JSONValue.string))
    case .ordering(let items): .array(items.map(JSONValue.string))
    case .matching(let pairs): .object(pairs.mapValues(JSONValue.string))
    case .numeric(let blanks):
      .array(
        blanks.map { blank in
          .object([
            "blank": .string(blank.id), "value": .string(blank.value.decimal),
            "tolerance": .string(blank.tolerance.decimal),
            "computation": .string(blank.computation),
          ])
        })
    case .text(let accept, let reject):
      .object([
        "accept": .array(accept.map(JSONValue.string)),
        "reject": .array(reject.map(JSONValue.string)),
      ])
    }
  }
}

extension QuestionKey.Feedback {
  /// The feedback as it stands in a bank.
  fileprivate var json: JSONValue {
    var members: [String: JSONValue] =
      switch condition {
      case .option(let option): ["option": .string(option)]
      case .order(let first, let second): ["first": .string(first), "second": .string(second)]
      case .pair(let left, let right): ["left": .string(left), "right": .string(right)]
      case .value(let blank, let value):
        ["blank": .string(blank), "value": .string(value.decimal)]
      case .outcome(let isRight): ["outcome": .string(isRight ? "right" : "wrong")]
      }
    members["text"] = .string(text)
    return .object(members)
  }
}
