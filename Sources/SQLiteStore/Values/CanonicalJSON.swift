import EventSourcing

/// JSON in one form only: sorted names, no spaces, the shortest escapes.
///
/// **The same value is always the same bytes**, in every version of Foundation, as digests are made of them. Numbers
/// are read as ``JSONValue`` says: whole ones as integers.
///
/// **What is written can be read.** A value that is nested too deeply, or holds a number that JSON cannot express, is
/// refused when it is written.
enum CanonicalJSON {
  /// Why a value or some bytes are no JSON to us.
  enum Fault: Error, CustomStringConvertible {
    /// Lists and objects are nested more deeply than is allowed.
    case tooDeep
    /// An infinity, or not a number.
    case notANumber
    /// The bytes are no JSON text, from this byte on.
    case malformed(at: Int)

    /// A clause for a sentence.
    var description: String {
      switch self {
      case .tooDeep: "it is nested too deeply"
      case .notANumber: "it holds a number that JSON cannot express"
      case .malformed(let index): "it is no JSON from byte \(index) on"
      }
    }
  }

  /// Writes a value.
  static func bytes(of value: JSONValue) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    try write(value, depth: 0, to: &bytes)
    return bytes
  }

  /// Reads a value, which must be all there is.
  static func value(of bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> JSONValue {
    var reader = JSONReader(bytes)
    return try reader.document()
  }

  // MARK: - Writing

  /// Appends a value.
  private static func write(
    _ value: JSONValue, depth: Int, to bytes: inout [UInt8]
  ) throws(Fault) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .int(let value): bytes += String(value).utf8
    case .number(let value):
      guard value.isFinite else { throw .notANumber }
      bytes += String(describing: value).utf8
    case .string(let value): write(value, to: &bytes)
    case .array(let values):
      guard depth <= JSONValue.maximumDepth else { throw .tooDeep }
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        try write(value, depth: depth + 1, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      guard depth <= JSONValue.maximumDepth else { throw .tooDeep }
      bytes.append(UInt8(ascii: "{"))
      let names = members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for (index, name) in names.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        try write(members[name] ?? .null, depth: depth + 1, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Appends a text in quotes.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x10: bytes += "\\u000\(String(byte, radix: 16))".utf8
      case 0x10..<0x20: bytes += "\\u00\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
