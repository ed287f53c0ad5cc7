import CQRS
import EventSourcing
import SeedVault

/// The fields of documents; one that is absent or of another kind makes the answer `unavailable`.
extension JSONValue {
  /// Returns a whole number.
  func integer(_ name: String) throws(QueryError) -> Int {
    guard case .int(let number) = self[name] else { throw .unavailable }
    return Int(number)
  }

  /// Returns a text.
  func text(_ name: String) throws(QueryError) -> String {
    guard case .string(let text) = self[name] else { throw .unavailable }
    return text
  }

  /// Returns a list of texts.
  func texts(_ name: String) throws(QueryError) -> [String] {
    guard case .array(let list) = self[name] else { throw .unavailable }
    let texts = list.compactMap { if case .string(let text) = $0 { text } else { nil } }
    guard texts.count == list.count else { throw .unavailable }
    return texts
  }

  /// Returns a lot's figures.
  func figures() throws(QueryError) -> LotFigures {
    guard case .bool(let closed) = self["closed"] else { throw .unavailable }
    let isTested = self["viabilityPermille"] != .null
    return LotFigures(
      onHand: try integer("onHand"), reserved: try integer("reserved"),
      dispatched: try integer("dispatched"), sown: try integer("sown"), lost: try integer("lost"),
      viabilityPermille: isTested ? try integer("viabilityPermille") : nil, closed: closed)
  }

  /// The value of a member, null if there is none or this is no object.
  private subscript(name: String) -> JSONValue {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }
}
