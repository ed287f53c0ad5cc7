package import EventSourcing

extension ExamForm {
  /// The form as it is recorded: every question with its key, so that no later change of the pool touches a sitting.
  package var json: JSONValue {
    .object([
      "seed": .string("\(seed)"),
      "questions": .array(
        entries.map { entry in
          .object([
            "question": entry.item.question.json, "key": entry.item.key.json,
            "entries": .array(entry.layout.entries.map(JSONValue.string)),
            "right": .array(entry.layout.right.map(JSONValue.string)),
            "credit": .array(entry.policy.credit.map { .string($0.description) }),
            "feedback": .string(entry.policy.feedback.rawValue),
          ])
        }),
    ])
  }

  /// Reads a recorded form.
  ///
  /// - Throws: ``DocumentError`` if it is not one.
  package init(_ json: JSONValue) throws(DocumentError) {
    let document = "The recorded exam form"
    var root = try ObjectReader(json, in: document)
    guard let seed = UInt64(try root.string("seed")) else {
      throw root.error(at: "seed", "must be a whole number in quotes")
    }
    var entries: [Entry] = []
    for var reader in try root.objects("questions") {
      let question = try Question(try reader.object("question"))
      let key = try QuestionKey(try reader.object("key"), for: question)
      let credit = try reader.strings("credit").compactMap { Rational($0) }
      entries.append(
        Entry(
          item: QuestionBank.Item(question: question, key: key),
          layout: QuestionLayout(
            entries: try reader.strings("entries", mayBeEmpty: true),
            right: try reader.strings("right", mayBeEmpty: true)),
          policy: TryPolicy(
            credit: credit, feedback: try reader.choice("feedback", of: TryPolicy.Feedback.self))))
      try reader.finish()
    }
    try root.finish()
    self.init(seed: seed, entries: entries)
  }
}

extension ExamForm: Codable {
  /// Reads a recorded form.
  package init(from decoder: any Decoder) throws {
    try self.init(try JSONValue(from: decoder))
  }

  /// Writes the form as it is recorded.
  package func encode(to encoder: any Encoder) throws {
    try json.encode(to: encoder)
  }
}
