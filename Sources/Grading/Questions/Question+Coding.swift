package import EventSourcing

extension Question {
  /// Reads a question from an object of a bank, strictly.
  ///
  /// - Throws: ``DocumentError`` naming the member that is wrong.
  package init(_ reader: ObjectReader) throws(DocumentError) {
    var reader = reader
    id = QuestionID(rawValue: try reader.string("id"))
    bullet = BulletID(rawValue: try reader.string("bullet"))
    bloom = try reader.choice("bloom", of: Bloom.self)
    prompt = try reader.string("prompt")
    switch try reader.choice("type", of: Kind.self) {
    case .single: form = .single(try Self.entries("options", .letter, of: &reader))
    case .multiple: form = .multiple(try Self.entries("options", .letter, of: &reader))
    case .ordering: form = .ordering(try Self.entries("items", .number, of: &reader))
    case .matching:
      form = .matching(
        left: try Self.entries("left", .letter, of: &reader),
        right: try Self.entries("right", .number, of: &reader))
    case .numeric:
      form = .numeric(try Self.entries("blanks", .letter, text: "prompt", least: 1, of: &reader))
    case .text: form = .text(maximumWords: try reader.integer("maximumWords", in: 1...10))
    }
    try reader.finish()
  }

  /// The question as an object of a bank.
  package var json: JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(id.rawValue), "bullet": .string(bullet.rawValue),
      "bloom": .string(bloom.rawValue), "type": .string(kind.rawValue), "prompt": .string(prompt),
    ]
    switch form {
    case .single(let options), .multiple(let options): members["options"] = Self.json(options)
    case .ordering(let items): members["items"] = Self.json(items)
    case .matching(let left, let right):
      members["left"] = Self.json(left)
      members["right"] = Self.json(right)
    case .numeric(let blanks): members["blanks"] = Self.json(blanks, text: "prompt")
    case .text(let maximumWords): members["maximumWords"] = .int(Int64(maximumWords))
    }
    return .object(members)
  }

  /// How the entries of a list are named.
  private enum Naming {
    case letter, number

    /// The identifier at a place, from 0.
    func id(at index: Int) -> String {
      switch self {
      case .letter: String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))
      case .number: "\(index + 1)"
      }
    }
  }

  /// Reads a list of entries, whose identifiers count letters or numbers.
  private static func entries(
    _ key: String, _ naming: Naming, text: String = "text", least: Int = 2,
    of reader: inout ObjectReader
  ) throws(DocumentError) -> [Entry] {
    let readers = try reader.objects(key)
    guard (least...20).contains(readers.count) else {
      throw reader.error(at: key, "must have \(least) to 20 entries")
    }
    var entries: [Entry] = []
    for (index, var reader) in readers.enumerated() {
      let entry = Entry(id: try reader.string("id"), text: try reader.string(text))
      guard entry.id == naming.id(at: index) else {
        throw reader.error(
          at: "id", "must be \"\(naming.id(at: index))\", since entries are counted in order")
      }
      try reader.finish()
      entries.append(entry)
    }
    return entries
  }

  /// A list of entries as it stands in a bank.
  private static func json(_ entries: [Entry], text: String = "text") -> JSONValue {
    .array(entries.map { .object(["id": .string($0.id), text: .string($0.text)]) })
  }
}
