/// A JSON value without numbers, for samples.
enum SampleJSON: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByArrayLiteral, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral
{
  /// A text.
  case text(String)
  /// True or false.
  case truth(Bool)
  /// A list.
  case list([SampleJSON])
  /// Members in the order in which they are written.
  case members([(String, SampleJSON)])

  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .truth(value) }
  init(arrayLiteral elements: SampleJSON...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, SampleJSON)...) { self = .members(elements) }

  /// The value with one more member.
  func adding(_ name: String, _ value: SampleJSON) -> SampleJSON {
    guard case .members(let members) = self else {
      preconditionFailure("only objects have members")
    }
    return .members(members + [(name, value)])
  }

  /// The one way to write it (RFC 8785).
  var canonical: String {
    switch self {
    case .text(let text): return Self.quoted(text)
    case .truth(let truth): return "\(truth)"
    case .list(let values): return "[\(values.map(\.canonical).joined(separator: ","))]"
    case .members(let members):
      let sorted = members.sorted { $0.0.utf16.lexicographicallyPrecedes($1.0.utf16) }
      return "{\(sorted.map { "\(Self.quoted($0)):\($1.canonical)" }.joined(separator: ","))}"
    }
  }

  /// The same for people, in the order in which it was given.
  func readable(_ indentation: String = "") -> String {
    let inner = indentation + "  "
    switch self {
    case .text, .truth: return canonical
    case .list(let values):
      return
        "[\n\(values.map { inner + $0.readable(inner) }.joined(separator: ",\n"))\n\(indentation)]"
    case .members(let members):
      let lines = members.map { "\(inner)\(Self.quoted($0)): \($1.readable(inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indentation)}"
    }
  }

  /// A text as JSON writes it with as few escapes as possible.
  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
