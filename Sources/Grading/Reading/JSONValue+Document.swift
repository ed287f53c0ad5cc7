package import EventSourcing
package import FoundationEssentials
import StrictJSON

extension JSONValue {
  /// Reads the JSON of a file of the course strictly.
  ///
  /// **Nothing in it is passed over**: a member that is there twice is refused, since nobody could say which one counts.
  ///
  /// - Parameter document: Which file it is, for errors.
  package init(_ json: Data, ofDocument document: String) throws(DocumentError) {
    do throws(StrictJSONError) { self = try JSONValue(strictly: json) } catch {
      throw DocumentError(in: document, at: "", Self.problem(error, of: json))
    }
  }

  /// What is wrong with a file, as a clause with the remedy.
  private static func problem(_ error: StrictJSONError, of json: Data) -> String {
    let line = 1 + json.prefix(error.offset).count { $0 == UInt8(ascii: "\n") }
    return switch error.problem {
    case .repeatedName:
      "has a member twice in one object, the second time in line \(line); keep one of them"
    case .notUTF8: "is not UTF-8 in line \(line); save it as UTF-8"
    case .malformed where json.starts(with: [0xEF, 0xBB, 0xBF]):
      "begins with a byte order mark; save it as UTF-8 without one"
    default: "is not valid JSON; check it with a JSON editor"
    }
  }
}
