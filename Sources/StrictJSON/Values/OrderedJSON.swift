/// A JSON value as certificates use JSON: without numbers, and with the members of an object in the order in which they
/// were written.
///
/// **There are no numbers on purpose.** Open Badges writes marks and indexes as texts, and two programs that disagree on
/// how a number is written would disagree on a signature.
package enum OrderedJSON: Sendable {
  /// The value null.
  case null
  /// True or false.
  case bool(Bool)
  /// A text.
  case string(String)
  /// A list of values.
  case array([OrderedJSON])
  /// Values under names, each name once.
  case object([Member])

  /// One member of an object.
  package struct Member: Sendable {
    /// Its name.
    package var name: String
    /// Its value.
    package var value: OrderedJSON

    /// Gives a value a name.
    package init(_ name: String, _ value: OrderedJSON) {
      self.name = name
      self.value = value
    }
  }

  /// The members of an object; none of any other value.
  package var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The elements of a list; none of any other value.
  package var elements: [OrderedJSON] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The text, if it is one.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The member of a name, compared byte for byte.
  package subscript(name: String) -> OrderedJSON? {
    members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The same object without a member.
  package func without(_ name: String) -> OrderedJSON {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !$0.name.utf8.elementsEqual(name.utf8) })
  }

  /// The same object with one more member at its end.
  package func adding(_ name: String, _ value: OrderedJSON) -> OrderedJSON {
    .object(members + [Member(name, value)])
  }

  /// A list of texts.
  package static func texts(_ texts: String...) -> OrderedJSON { .array(texts.map { .string($0) }) }
}

extension OrderedJSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral
{
  /// A text.
  package init(stringLiteral value: String) { self = .string(value) }

  /// An object with its members in the order written.
  package init(dictionaryLiteral elements: (String, OrderedJSON)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }

  /// A list.
  package init(arrayLiteral elements: OrderedJSON...) { self = .array(elements) }
}
