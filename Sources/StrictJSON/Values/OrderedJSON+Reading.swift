package import FoundationEssentials

extension OrderedJSON {
  /// How many bytes a document may have.
  package static let maximumSize = 1_000_000

  /// Reads a document that came from anywhere.
  package init(strictly data: Data) throws(StrictJSONError) {
    guard data.count <= Self.maximumSize else {
      throw StrictJSONError(problem: .tooLong(limit: Self.maximumSize), offset: Self.maximumSize)
    }
    let bytes = Array(data)
    // A file in another encoding is told as such, wherever its first odd byte stands.
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw StrictJSONError(problem: .notUTF8, offset: 0)
    }
    self = try bytes.withUnsafeBufferPointer { bytes throws(StrictJSONError) in
      try StrictJSONReader.value(of: bytes)
    }
  }
}

extension OrderedJSON: StrictlyReadable {
  /// The members of an object under way, and their names.
  struct Members {
    fileprivate var list: [Member] = []
    fileprivate var names: Set<[UInt8]> = []
  }

  /// How many lists and objects may lie within one another.
  package static let maximumLevels = 32
  /// The reason why there are no numbers.
  static var numberRefusal: String? { "certificates write numbers as texts" }

  /// There are no numbers.
  static func number(_ literal: String, isWhole: Bool) -> OrderedJSON? { nil }

  /// The members of an object that has none.
  static var noMembers: Members { Members() }

  /// Adds a member at the end; names are the same if their bytes are.
  static func add(
    _ value: OrderedJSON, named name: String, to members: inout Members
  ) -> Bool {
    members.list.append(Member(name, value))
    return members.names.insert(Array(name.utf8)).inserted
  }

  /// An object of all its members.
  static func object(of members: Members) -> OrderedJSON { .object(members.list) }
}
