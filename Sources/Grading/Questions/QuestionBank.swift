import EventSourcing
package import FoundationEssentials

/// Questions with their keys, as they are kept in files.
///
/// ## The files
///
/// A file is a JSON object `{"version": 1, "questions": […], "keys": […]}`; either list may be left out, so questions that
/// learners get and their keys can be kept apart. The keys that fit the questions may be in another file, in any order.
///
/// Every question has `id`, `bullet`, `bloom` (remember, understand, apply, analyse, evaluate), `type` and `prompt`, and
/// by type:
///
/// | type | further members | `answer` of the key | an element of the key's `feedback` |
/// |---|---|---|---|
/// | single | `options`: `{id, text}`, ids a, b, … | `"b"` | `{option, text}` |
/// | multiple | `options` | `["b", "d"]` | `{option, text}` |
/// | ordering | `items`: `{id, text}`, ids 1, 2, … in an order that is not right | `["3", "1", "2"]` | `{first, second, text}`, said when first stands before second |
/// | matching | `left` with ids a, b, …, `right` with ids 1, 2, … | `{"a": "2", "b": "1"}` | `{left, right, text}` |
/// | numeric | `blanks`: `{id, prompt}` | `[{blank, value, tolerance, computation}]`, decimals in quotes | `{blank, value, text}` |
/// | text | `maximumWords` | `{accept, reject}` | `{outcome, text}`, right or wrong |
///
/// Every key has `id`, `answer`, `feedback`, `rationale`, `sources` (texts) and `expectedFacility` (0 to 1).
package struct QuestionBank: Hashable, Sendable {
  /// The version of the file format that this build reads.
  package static let version = 1

  /// A question with its key.
  package struct Item: Hashable, Sendable {
    /// What is asked.
    package var question: Question
    /// What is right.
    package var key: QuestionKey

    /// Sets both parts.
    package init(question: Question, key: QuestionKey) {
      self.question = question
      self.key = key
    }
  }

  /// Every item, in the order of the files.
  package let items: [Item]
  private let places: [QuestionID: Int]

  /// A bank of some items, whose identifiers must differ.
  package init(_ items: [Item]) {
    self.items = items
    places = Dictionary(
      items.enumerated().map { ($1.question.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a bank from the bytes of its files.
  ///
  /// - Parameter files: The files with the names that errors are to show.
  /// - Throws: ``DocumentError`` naming the first place that is wrong: an identifier used twice, a question without a
  ///   key, a key without a question, or any member.
  package init(files: [(name: String, json: Data)]) throws(DocumentError) {
    var questions: [(question: Question, reader: ObjectReader)] = []
    var keys: [QuestionID: ObjectReader] = [:]
    for file in files {
      var root = try ObjectReader(
        try JSONValue(file.json, ofDocument: file.name), in: file.name)
      let version = try root.integer("version", in: 1...Int.max)
      guard version == Self.version else {
        throw root.error(
          at: "version", "is \(version), and this grader reads version \(Self.version)")
      }
      for reader in root.has("questions") ? try root.objects("questions", mayBeEmpty: true) : [] {
        questions.append((try Question(reader), reader))
      }
      for var reader in root.has("keys") ? try root.objects("keys", mayBeEmpty: true) : [] {
        let id = QuestionID(rawValue: try reader.string("id"))
        guard keys.updateValue(reader, forKey: id) == nil else {
          throw reader.error(at: "id", "is used twice; each question has one key")
        }
      }
      try root.finish()
    }
    var items: [Item] = []
    var seen: Set<QuestionID> = []
    for (question, reader) in questions {
      guard seen.insert(question.id).inserted else {
        throw reader.error(at: "id", "is used twice; each question has its own")
      }
      guard let key = keys.removeValue(forKey: question.id) else {
        throw reader.error(at: "id", "is \(question.id), which has no key; add one")
      }
      items.append(Item(question: question, key: try QuestionKey(key, for: question)))
    }
    if let orphan = keys.min(by: { $0.key < $1.key }) {
      throw orphan.value.error(at: "id", "is \(orphan.key), and there is no such question")
    }
    self.init(items)
  }

  /// The item of an identifier.
  package subscript(id: QuestionID) -> Item? { places[id].map { items[$0] } }

  /// The items of a bullet, in the order of the files.
  package func items(of bullet: BulletID) -> [Item] {
    items.filter { $0.question.bullet == bullet }
  }
}
