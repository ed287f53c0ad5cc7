import EventSourcing
import PlainText

/// A value of the published language in one line, as Swift would write it without module names.
///
/// Text is given as it is, so that callers can pass sentences where others pass values.
package func describe(_ value: Any) -> String {
  if let text = value as? String { return text }
  return describeField(value)
}

/// The fields in which two values of the same shape differ, by name: `seeds: expected 40, got 30`.
///
/// Empty when the values have no fields in common to compare, since then the whole says it better.
package func differences(_ expected: Any, _ got: Any) -> [String] {
  let (a, b) = (payload(of: expected), payload(of: got))
  guard a.caseName == b.caseName, a.fields.count == b.fields.count, a.fields.count > 1 else {
    return []
  }
  return zip(a.fields, b.fields).compactMap { x, y in
    let (old, new) = (describeField(x.value), describeField(y.value))
    guard let name = x.label, name == y.label, old != new else { return nil }
    return "\(name): expected \(old), got \(new)"
  }
}

/// A value as a case name with fields, looking through the tuple that holds an enum case's payload.
private func payload(of value: Any) -> (caseName: String?, fields: [Mirror.Child]) {
  let mirror = Mirror(reflecting: value)
  if mirror.displayStyle == .enum, let child = mirror.children.first {
    let inner = Mirror(reflecting: child.value)
    return (child.label, inner.displayStyle == .tuple ? Array(inner.children) : [child])
  }
  return (nil, mirror.displayStyle == .struct ? Array(mirror.children) : [])
}

/// A value as one line; text in quotes.
private func describeField(_ value: Any) -> String {
  if let text = value as? String { return "\"\(text.printable)\"" }
  if let json = value as? JSONValue { return json.line }
  if let raw = (value as? any RawRepresentable)?.rawValue as? any BinaryInteger { return "\(raw)" }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional:
    return mirror.children.first.map { describeField($0.value) } ?? "nil"
  case .collection, .set:
    return "[\(mirror.children.map { describeField($0.value) }.joined(separator: ", "))]"
  case .enum:
    guard let child = mirror.children.first, let name = child.label else { return ".\(value)" }
    let inner = Mirror(reflecting: child.value)
    let fields = inner.displayStyle == .tuple ? Array(inner.children) : [(nil, child.value)]
    return ".\(name)(\(list(fields)))"
  case .struct where !(value is any CustomStringConvertible):
    return "\(mirror.subjectType)(\(list(Array(mirror.children))))"
  default:
    return "\(value)".printable
  }
}

/// Fields as an argument list; the labels `.0`, `.1` of tuples are none.
private func list(_ fields: [Mirror.Child]) -> String {
  fields.map { field in
    let text = describeField(field.value)
    guard let label = field.label, !label.hasPrefix(".") else { return text }
    return "\(label): \(text)"
  }.joined(separator: ", ")
}
