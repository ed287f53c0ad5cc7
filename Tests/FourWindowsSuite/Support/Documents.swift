import CQRS
import EventSourcing
import SuiteSupport

/// A JSON value in one line that is safe to show, with the fields of objects in order.
func plain(_ value: JSONValue) -> String {
  switch value {
  case .null: "null"
  case .bool(let value): "\(value)"
  case .int(let value): "\(value)"
  case .number(let value): "\(value)"
  case .string(let text): quoted(text)
  case .array(let values): "[\(values.map(plain).joined(separator: ", "))]"
  case .object(let fields):
    "{\(fields.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \(plain($0.value))" }.joined(separator: ", "))}"
  }
}

/// A document for people, cut where it is longer than anybody reads; or that there is none.
func shown(_ document: JSONValue?) -> String {
  guard let document else { return "no document" }
  let text = plain(document)
  return text.count > 600 ? "\(text.prefix(600))…" : text
}

/// A text between quotation marks, without anything that a terminal would obey.
func quoted(_ text: String) -> String {
  // What an optional holds is described as part of a value, while a mere text is taken as a sentence.
  describe(Optional(text) as Any)
}

/// Checks that documents are exactly others; reports the first that differs.
func check(
  _ got: [ViewKey: JSONValue], equal expected: [ViewKey: JSONValue], given: [Any] = [],
  when: @autoclosure () -> String
) throws {
  let keys = Set(got.keys).union(expected.keys).sorted {
    ($0.collection, $0.id) < ($1.collection, $1.id)
  }
  guard let key = keys.first(where: { got[$0] != expected[$0] }) else { return }
  try check(
    false, expected: shown(expected[key]), got: shown(got[key]), given: given,
    when: "\(when()): the document \(quoted(key.id)) of \(quoted(key.collection))")
}
