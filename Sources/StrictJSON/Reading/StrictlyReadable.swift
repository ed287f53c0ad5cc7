/// A kind of value that a ``StrictJSONReader`` makes of a text.
///
/// **The grammar is the reader's own.** Each kind of value decides what a number is, when two names are the same, what
/// becomes of their order, and how deep a text may be nested.
protocol StrictlyReadable {
  /// The members of an object under way.
  associatedtype Members

  /// How many lists and objects may lie within one another.
  static var maximumLevels: Int { get }
  /// The reason why there are no numbers, as a clause; nil if there are.
  static var numberRefusal: String? { get }

  /// The value null.
  static var null: Self { get }
  /// True or false.
  static func bool(_ value: Bool) -> Self
  /// A text.
  static func string(_ text: String) -> Self
  /// A list.
  static func array(_ elements: [Self]) -> Self
  /// A number as it was written; nil if the kind of value cannot hold it.
  static func number(_ literal: String, isWhole: Bool) -> Self?

  /// The members of an object that has none.
  static var noMembers: Members { get }
  /// Adds a member to an object; false if its name is taken.
  static func add(_ value: Self, named name: String, to members: inout Members) -> Bool
  /// An object of all its members.
  static func object(of members: Members) -> Self
}
