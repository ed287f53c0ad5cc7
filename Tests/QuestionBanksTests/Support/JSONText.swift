import EventSourcing
import Foundation

/// JSON as the bytes of a file.
enum JSONText {
  /// Encodes a value.
  static func bytes(_ value: JSONValue) throws -> Data { try JSONEncoder().encode(value) }
}
