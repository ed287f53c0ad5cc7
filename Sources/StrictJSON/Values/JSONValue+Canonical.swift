package import EventSourcing

extension JSONValue {
  /// The value in its one form: names sorted by their bytes, no spaces, the shortest escapes.
  ///
  /// **The same value is always the same bytes**, in every version of Foundation, as digests are made of them. It is not
  /// the form of RFC 8785, which has another order of names and other numbers: what was stored once must stay as it is.
  ///
  /// **What is written can be read.** A value that is nested too deeply, or holds a number that JSON cannot express, is
  /// refused when it is written.
  package func canonicalBytes() throws(UnwritableJSON) -> [UInt8] {
    var bytes: [UInt8] = []
    try write(below: 0, to: &bytes)
    return bytes
  }

  /// Appends the value.
  ///
  /// - Parameter levels: How many lists and objects it lies in.
  private func write(below levels: Int, to bytes: inout [UInt8]) throws(UnwritableJSON) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .int(let value): bytes += String(value).utf8
    case .number(let value):
      guard value.isFinite else { throw .notANumber }
      bytes += String(describing: value).utf8
    case .string(let value): QuotedText.append(value, to: &bytes)
    case .array(let values):
      guard levels < Self.maximumLevels else { throw .tooDeep }
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        try value.write(below: levels + 1, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      guard levels < Self.maximumLevels else { throw .tooDeep }
      bytes.append(UInt8(ascii: "{"))
      let names = members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for (index, name) in names.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        QuotedText.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        try (members[name] ?? .null).write(below: levels + 1, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
