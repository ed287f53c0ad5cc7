/// One statement of linked data in the default graph.
struct Quad: Hashable {
  /// What the statement is about.
  var subject: Term
  /// The IRI of the predicate.
  var predicate: String
  /// What is stated.
  var object: Term

  /// A node or a literal.
  enum Term: Hashable {
    /// Something with a name of its own.
    case iri(String)
    /// Something without one, numbered.
    case blank(Int)
    /// A text, of a datatype that is that of texts if `nil`.
    case literal(String, datatype: String?)
  }

  /// The canonical N-Quads line (RDF Dataset Canonicalization 1.0, section 5) with its line break.
  ///
  /// - Parameter label: How to write a blank node, `_:` included.
  func line(_ label: (Int) -> String) -> String {
    "\(Self.text(subject, label)) <\(predicate)> \(Self.text(object, label)) .\n"
  }

  /// A node or literal as it is written.
  private static func text(_ term: Term, _ label: (Int) -> String) -> String {
    switch term {
    case .iri(let iri): "<\(iri)>"
    case .blank(let number): label(number)
    case .literal(let text, nil): "\"\(escaped(text))\""
    case .literal(let text, let datatype?): "\"\(escaped(text))\"^^<\(datatype)>"
    }
  }

  /// A text with what must be escaped in it, and nothing else.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\u{8}": escaped += "\\b"
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\u{C}": escaped += "\\f"
      case "\r": escaped += "\\r"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
