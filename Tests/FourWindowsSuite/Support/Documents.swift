import CQRS
import EventSourcing
import SuiteSupport

/// A JSON value in one line, with the fields of objects in order.
func plain(_ value: JSONValue) -> String {
  switch value {
  case .null: "null"
  case .bool(let value): "\(value)"
  case .int(let value): "\(value)"
  case .number(let value): "\(value)"
  case .string(let text): "\"\(text)\""
  case .array(let values): "[\(values.map(plain).joined(separator: ", "))]"
  case .object(let fields):
    "{\(fields.sorted { $0.key < $1.key }.map { "\($0.key): \(plain($0.value))" }.joined(separator: ", "))}"
  }
}

/// Checks that documents are exactly others; reports the first that differs.
func check(
  _ got: [ViewKey: JSONValue], equal expected: [ViewKey: JSONValue], given: [Any] = [],
  when: @autoclosure () -> String
) throws {
  let keys = Set(got.keys).union(expected.keys).sorted {
    ($0.collection, $0.id) < ($1.collection, $1.id)
  }
  for key in keys where got[key] != expected[key] {
    try check(
      got[key].map(plain) ?? "no document", equals: expected[key].map(plain) ?? "no document",
      given: given, when: "\(when()): the document \(key.id) of \(key.collection)")
  }
}
