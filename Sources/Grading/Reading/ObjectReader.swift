package import EventSourcing

/// Walks one JSON object strictly: every wrong or unknown member is an error that names its path.
package struct ObjectReader {
  private let document: String
  private let path: String
  private let members: [String: JSONValue]
  private var read: Set<String> = []

  /// Starts at an object.
  ///
  /// - Parameters:
  ///   - value: The object.
  ///   - document: The file it stands in, for errors.
  ///   - path: Where it stands there.
  package init(
    _ value: JSONValue, in document: String, at path: String = ""
  ) throws(DocumentError) {
    guard case .object(let members) = value else {
      throw DocumentError(in: document, at: path, "must be an object")
    }
    self.document = document
    self.path = path
    self.members = members
  }

  /// Whether the object has a member.
  package func has(_ key: String) -> Bool { members[key] != nil }

  /// The names of all members, sorted.
  package var keys: [String] { members.keys.sorted() }

  /// A whole number within a range.
  package mutating func integer(
    _ key: String, in range: ClosedRange<Int>
  ) throws(DocumentError) -> Int {
    guard case .int(let number) = try value(key), let integer = Int(exactly: number),
      range.contains(integer)
    else {
      throw error(
        at: key, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return integer
  }

  /// A text that is not empty.
  package mutating func string(_ key: String) throws(DocumentError) -> String {
    guard case .string(let text) = try value(key), !text.isEmpty else {
      throw error(at: key, "must be a text that is not empty")
    }
    return text
  }

  /// A list of texts, none of them empty.
  ///
  /// - Parameter mayBeEmpty: Whether the list may have no element.
  package mutating func strings(
    _ key: String, mayBeEmpty: Bool = false
  ) throws(DocumentError) -> [String] {
    let problem =
      "must be a list of texts that are not empty" + (mayBeEmpty ? "" : ", at least one")
    guard case .array(let values) = try value(key), mayBeEmpty || !values.isEmpty else {
      throw error(at: key, problem)
    }
    var texts: [String] = []
    for value in values {
      guard case .string(let text) = value, !text.isEmpty else { throw error(at: key, problem) }
      texts.append(text)
    }
    return texts
  }

  /// One of a closed set of words.
  package mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, of type: Choice.Type
  ) throws(DocumentError) -> Choice {
    let words = type.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    guard case .string(let word) = try value(key), let choice = Choice(rawValue: word) else {
      throw error(at: key, "must be one of \(words)")
    }
    return choice
  }

  /// An exact number within a range: a whole number, or a decimal taken as it is written.
  package mutating func number(
    _ key: String, in range: ClosedRange<Rational>
  ) throws(DocumentError) -> Rational {
    guard let number = Self.number(try value(key)), range.contains(number) else {
      throw error(at: key, "must be a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A list of exact numbers within a range, at least one.
  package mutating func numbers(
    _ key: String, in range: ClosedRange<Rational>
  ) throws(DocumentError) -> [Rational] {
    let problem =
      "must be a list of numbers from \(range.lowerBound) to \(range.upperBound), at least one"
    guard case .array(let values) = try value(key), !values.isEmpty else {
      throw error(at: key, problem)
    }
    var numbers: [Rational] = []
    for value in values {
      guard let number = Self.number(value), range.contains(number) else {
        throw error(at: key, problem)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// A member that is itself an object.
  package mutating func object(_ key: String) throws(DocumentError) -> ObjectReader {
    try ObjectReader(try value(key), in: document, at: child(key))
  }

  /// A member that is a list of objects.
  ///
  /// - Parameter mayBeEmpty: Whether the list may have no element.
  package mutating func objects(
    _ key: String, mayBeEmpty: Bool = false
  ) throws(DocumentError) -> [ObjectReader] {
    guard case .array(let values) = try value(key), mayBeEmpty || !values.isEmpty else {
      throw error(
        at: key, mayBeEmpty ? "must be a list" : "must be a list with at least one object")
    }
    var readers: [ObjectReader] = []
    for (index, value) in values.enumerated() {
      readers.append(try ObjectReader(value, in: document, at: "\(child(key))[\(index)]"))
    }
    return readers
  }

  /// A member as it stands.
  package mutating func value(_ key: String) throws(DocumentError) -> JSONValue {
    read.insert(key)
    guard let value = members[key] else { throw error(at: key, "is missing") }
    return value
  }

  /// The path of a member.
  package func child(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// What is wrong with a member.
  package func error(at key: String, _ problem: String) -> DocumentError {
    DocumentError(in: document, at: child(key), problem)
  }

  /// What is wrong with the object itself.
  package func error(_ problem: String) -> DocumentError {
    DocumentError(in: document, at: path, problem)
  }

  /// Ends the walk: what was not read is not known.
  package func finish() throws(DocumentError) {
    guard let unknown = members.keys.filter({ !read.contains($0) }).min() else { return }
    let known = read.sorted().map { "`\($0)`" }.joined(separator: ", ")
    throw error(at: unknown, "is not known here; known are \(known)")
  }

  /// The exact value of a JSON number.
  ///
  /// The shortest decimal of a floating-point number is what was written, up to 15 digits.
  private static func number(_ value: JSONValue) -> Rational? {
    switch value {
    case .int(let number): Rational("\(number)")
    case .number(let number): Rational("\(number)")
    default: nil
    }
  }
}
