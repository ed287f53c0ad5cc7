import EventSourcing
import PlainText

extension JSONValue {
  /// The value in one line of JSON, names in order, so that the same value always reads the same.
  var line: String {
    switch self {
    case .null: return "null"
    case .bool(let value): return "\(value)"
    case .int(let value): return "\(value)"
    case .number(let value): return "\(value)"
    case .string(let value): return "\"\(value.printable)\""
    case .array(let values): return "[\(values.map(\.line).joined(separator: ", "))]"
    case .object(let members):
      let lines = members.sorted { $0.key < $1.key }
        .map { "\"\($0.key.printable)\": \($0.value.line)" }
      return "{\(lines.joined(separator: ", "))}"
    }
  }
}
