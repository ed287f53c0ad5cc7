package import EventSourcing
package import FoundationEssentials

extension JSONValue {
  /// Reads a text strictly: a record of ours, whatever has become of it.
  ///
  /// Numbers are read as ``JSONValue`` says: whole ones as integers.
  package init(strictly bytes: UnsafeBufferPointer<UInt8>) throws(StrictJSONError) {
    self = try StrictJSONReader.value(of: bytes)
  }

  /// Reads a file strictly.
  package init(strictly data: Data) throws(StrictJSONError) {
    self = try Array(data).withUnsafeBufferPointer { bytes throws(StrictJSONError) in
      try StrictJSONReader.value(of: bytes)
    }
  }
}

extension JSONValue: StrictlyReadable {
  /// As many as a decoder may go down: the outermost, and those below it.
  static var maximumLevels: Int { maximumDepth + 1 }
  /// There are numbers.
  static var numberRefusal: String? { nil }

  /// A number: an integer if it is whole and 64 bits hold it.
  static func number(_ literal: String, isWhole: Bool) -> JSONValue? {
    if isWhole, let value = Int64(literal) { return .int(value) }
    guard let value = Double(literal), value.isFinite else { return nil }
    return Int64(exactly: value).map(JSONValue.int) ?? .number(value)
  }

  /// The members of an object that has none.
  static var noMembers: [String: JSONValue] { [:] }

  /// Adds a member; names that are equal to Swift are the same, however they are composed.
  static func add(
    _ value: JSONValue, named name: String, to members: inout [String: JSONValue]
  ) -> Bool {
    members.updateValue(value, forKey: name) == nil
  }

  /// An object of all its members.
  static func object(of members: [String: JSONValue]) -> JSONValue { .object(members) }
}
