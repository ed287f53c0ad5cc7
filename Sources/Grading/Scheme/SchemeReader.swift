package import EventSourcing

/// Walks one JSON object strictly: every wrong or unknown member is an error that names its path.
package struct SchemeReader {
  private let path: String
  private let members: [String: JSONValue]
  private var read: Set<String> = []

  /// Starts at an object.
  package init(_ value: JSONValue, at path: String = "") throws(SchemeError) {
    guard case .object(let members) = value else {
      throw SchemeError(at: path, "must be an object")
    }
    self.path = path
    self.members = members
  }

  /// Whether the object has a member.
  package func has(_ key: String) -> Bool { members[key] != nil }

  /// A whole number within a range.
  package mutating func integer(
    _ key: String, in range: ClosedRange<Int>
  ) throws(SchemeError) -> Int {
    guard case .int(let number) = try value(key), let integer = Int(exactly: number),
      range.contains(integer)
    else {
      throw SchemeError(
        at: child(key),
        "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return integer
  }

  /// A text that is not empty.
  package mutating func string(_ key: String) throws(SchemeError) -> String {
    guard case .string(let text) = try value(key), !text.isEmpty else {
      throw SchemeError(at: child(key), "must be a text that is not empty")
    }
    return text
  }

  /// One of a closed set of words.
  package mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, of type: Choice.Type
  ) throws(SchemeError) -> Choice {
    let words = type.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    guard case .string(let word) = try value(key), let choice = Choice(rawValue: word) else {
      throw SchemeError(at: child(key), "must be one of \(words)")
    }
    return choice
  }

  /// A member that is itself an object.
  package mutating func object(_ key: String) throws(SchemeError) -> SchemeReader {
    try SchemeReader(try value(key), at: child(key))
  }

  /// A member that is a list of objects with at least one.
  package mutating func objects(_ key: String) throws(SchemeError) -> [SchemeReader] {
    guard case .array(let values) = try value(key), !values.isEmpty else {
      throw SchemeError(at: child(key), "must be a list with at least one object")
    }
    var readers: [SchemeReader] = []
    for (index, value) in values.enumerated() {
      readers.append(try SchemeReader(value, at: "\(child(key))[\(index)]"))
    }
    return readers
  }

  /// The path of a member.
  package func child(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// Ends the walk: what was not read is not known.
  package func finish() throws(SchemeError) {
    guard let unknown = members.keys.filter({ !read.contains($0) }).min() else { return }
    let known = read.sorted().map { "`\($0)`" }.joined(separator: ", ")
    throw SchemeError(at: child(unknown), "is not known here; known are \(known)")
  }

  /// A member, which must be there.
  private mutating func value(_ key: String) throws(SchemeError) -> JSONValue {
    read.insert(key)
    guard let value = members[key] else { throw SchemeError(at: child(key), "is missing") }
    return value
  }
}
