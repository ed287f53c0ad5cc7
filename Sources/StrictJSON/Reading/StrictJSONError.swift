/// Why some bytes are no JSON that two programs would be sure to read alike.
package struct StrictJSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of trouble.
  package enum Problem: Hashable, Sendable {
    /// There are more bytes than the kind of value allows.
    case tooLong(limit: Int)
    /// The bytes are no UTF-8.
    case notUTF8
    /// The grammar wants something else there.
    case malformed
    /// Lists and objects are nested more deeply than the kind of value allows.
    case tooDeep
    /// A number, where the kind of value has none; the clause says why.
    case number(String)
    /// An object has the same name twice.
    case repeatedName
    /// A control character stands in a text unescaped.
    case controlCharacter
    /// A backslash is followed by something that JSON does not know.
    case unknownEscape
    /// Half of a surrogate pair is escaped without the other.
    case halfSurrogatePair
    /// The bytes end within a text.
    case unfinishedText
    /// Something follows the value.
    case trailingContent
  }

  /// What is wrong.
  package let problem: Problem
  /// The number of bytes before it.
  package let offset: Int

  /// One clause naming what is wrong and where, which follows "the JSON".
  package var description: String { "\(clause) (byte \(offset))" }

  /// What is wrong, without the place.
  private var clause: String {
    switch problem {
    case .tooLong(let limit): "is longer than \(limit) bytes"
    case .notUTF8: "is not UTF-8"
    case .malformed: "is not valid"
    case .tooDeep: "is nested too deeply"
    case .number(let refusal): "holds a number, and \(refusal)"
    case .repeatedName: "has the same name twice in one object"
    case .controlCharacter: "has a control character in a text"
    case .unknownEscape: "has an escape that JSON does not know"
    case .halfSurrogatePair: "has half of a surrogate pair"
    case .unfinishedText: "ends in the middle of a text"
    case .trailingContent: "has something behind its end"
    }
  }
}
