import Digests
import Foundation
import StrictJSON

/// Turns a document of the fixed form of certificates into canonical N-Quads, which `eddsa-rdfc-2022` signs.
///
/// It does what JSON-LD expansion and RDF Dataset Canonicalization 1.0 (RDFC-1.0) do together for such documents. **Two
/// nodes without a name that cannot be told apart by what they say are refused**; RDFC-1.0 would go on to compare what
/// lies around them, and a certificate never needs that.
struct CanonicalQuads {
  private var quads: [Quad] = []
  private var blanks = 0

  /// The canonical N-Quads of a node and everything in it.
  static func text(
    of document: OrderedJSON, as kind: Vocabulary.Kind
  ) throws(LinkedDataError) -> String {
    var maker = CanonicalQuads()
    _ = try maker.add(document, kind, at: "")
    return try maker.canonical()
  }

  /// Adds a node.
  ///
  /// - Returns: The node.
  private mutating func add(
    _ value: OrderedJSON, _ kind: Vocabulary.Kind, at path: String
  ) throws(LinkedDataError) -> Quad.Term {
    guard case .object(let members) = value else {
      throw LinkedDataError(path: path, problem: "must be an object")
    }
    let node: Quad.Term
    if let id = value["id"] {
      node = .iri(try iri(id, at: child(path, "id")))
    } else {
      node = .blank(blanks)
      blanks += 1
    }
    try addTypes(value["type"], of: node, kind, at: child(path, "type"))
    let terms = Vocabulary.terms(of: kind)
    for member in members where !["id", "type"].contains(member.name) {
      let path = child(path, member.name)
      guard let term = terms[member.name] else {
        throw LinkedDataError(path: path, problem: "is no part of a certificate")
      }
      guard term.isSet else {
        try add(member.value, term, of: node, at: path)
        continue
      }
      guard case .array(let elements) = member.value else {
        throw LinkedDataError(path: path, problem: "must be a list")
      }
      for (index, element) in elements.enumerated() {
        try add(element, term, of: node, at: "\(path)[\(index)]")
      }
    }
    return node
  }

  /// Adds the types of a node, which must be those of its kind.
  private mutating func addTypes(
    _ value: OrderedJSON?, of node: Quad.Term, _ kind: Vocabulary.Kind, at path: String
  ) throws(LinkedDataError) {
    let types = Vocabulary.types(of: kind)
    let given = value.map { $0.text.map { [$0] } ?? $0.elements.compactMap(\.text) } ?? []
    guard given.count == types.count, Set(given) == Set(types.keys) else {
      throw LinkedDataError(
        path: path, problem: "must be \(types.keys.sorted().joined(separator: " and "))")
    }
    for type in types.values {
      quads.append(
        Quad(
          subject: node, predicate: "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
          object: .iri(type)))
    }
  }

  /// Adds one value of a term.
  private mutating func add(
    _ value: OrderedJSON, _ term: Vocabulary.Term, of node: Quad.Term, at path: String
  ) throws(LinkedDataError) {
    let object: Quad.Term
    switch (term.value, value) {
    case (.text(let datatype), .string(let text)): object = .literal(text, datatype: datatype)
    case (.bool(let datatype), .bool(let bool)):
      object = .literal(bool ? "true" : "false", datatype: datatype)
    case (.reference, .string): object = .iri(try iri(value, at: path))
    case (.word(let words), .string(let word)):
      guard let iri = words[word] else {
        throw LinkedDataError(
          path: path, problem: "must be \(words.keys.sorted().joined(separator: " or "))")
      }
      object = .iri(iri)
    case (.node(let kind), .object): object = try add(value, kind, at: path)
    default: throw LinkedDataError(path: path, problem: "is not of the kind that stands here")
    }
    quads.append(Quad(subject: node, predicate: term.predicate, object: object))
  }

  /// An absolute IRI that N-Quads can hold as it is.
  private func iri(_ value: OrderedJSON, at path: String) throws(LinkedDataError) -> String {
    let forbidden: Set<Unicode.Scalar> = ["<", ">", "\"", "{", "}", "|", "^", "`", "\\"]
    guard let text = value.text, let colon = text.firstIndex(of: ":"),
      text.utf8.first.map({ Character(Unicode.Scalar($0)).isLetter }) == true,
      text[..<colon].utf8.allSatisfy({
        let character = Character(Unicode.Scalar($0))
        return $0 < 0x80
          && (character.isLetter || character.isNumber || "+-.".contains(character))
      }),
      !text.unicodeScalars.contains(where: { $0.value <= 0x20 || forbidden.contains($0) })
    else { throw LinkedDataError(path: path, problem: "must be an absolute address") }
    return text
  }

  /// The path of a member.
  private func child(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  /// The statements in canonical order, with canonical names for what has none.
  private func canonical() throws(LinkedDataError) -> String {
    var hashes: [(hash: String, node: Int)] = []
    for node in 0..<blanks {
      let lines = quads.filter { $0.subject == .blank(node) || $0.object == .blank(node) }
        .map { quad in quad.line { $0 == node ? "_:a" : "_:z" } }
      hashes.append((Digest(of: Data(Self.sorted(lines).utf8)).description, node))
    }
    hashes.sort { $0.hash < $1.hash }
    var labels: [Int: String] = [:]
    for (index, entry) in hashes.enumerated() {
      guard index == 0 || hashes[index - 1].hash != entry.hash else {
        throw LinkedDataError(path: "", problem: "says the same thing twice")
      }
      labels[entry.node] = "_:c14n\(index)"
    }
    return Self.sorted(quads.map { quad in quad.line { labels[$0] ?? "_:c14n" } })
  }

  /// Lines in the order of their code points, each once.
  private static func sorted(_ lines: [String]) -> String {
    Set(lines.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
      .map { String(decoding: $0, as: UTF8.self) }.joined()
  }
}
