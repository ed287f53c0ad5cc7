/// A text of GIFT in which it is known of every character whether it stands for itself.
struct GIFTText {
  /// One byte of the text.
  struct Unit: Equatable {
    var byte: UInt8
    /// Whether it was escaped, and so has no meaning of its own.
    var isEscaped: Bool
  }

  private(set) var units: ArraySlice<Unit>

  /// Some bytes as they came.
  init(_ units: ArraySlice<Unit>) {
    self.units = units
  }

  /// Takes the escapes out of a text.
  init(reading text: some Sequence<UInt8>) {
    var units: [Unit] = []
    var isEscaping = false
    for byte in text {
      if isEscaping {
        isEscaping = false
        switch byte {
        case UInt8(ascii: "n"): units.append(Unit(byte: 0x0A, isEscaped: true))
        case _ where "~=#{}:\\".utf8.contains(byte): units.append(Unit(byte: byte, isEscaped: true))
        default:
          units.append(Unit(byte: UInt8(ascii: "\\"), isEscaped: true))
          units.append(Unit(byte: byte, isEscaped: false))
        }
      } else if byte == UInt8(ascii: "\\") {
        isEscaping = true
      } else {
        units.append(Unit(byte: byte, isEscaped: false))
      }
    }
    if isEscaping { units.append(Unit(byte: UInt8(ascii: "\\"), isEscaped: true)) }
    self.units = units[...]
  }

  /// The text without white space around it; line breaks that were not escaped are spaces.
  var string: String {
    String(
      decoding: trimmed.units.map { $0.byte == 0x0A && !$0.isEscaped ? 0x20 : $0.byte },
      as: UTF8.self)
  }

  /// Whether nothing but white space is left.
  var isEmpty: Bool { trimmed.units.isEmpty }

  /// The text without white space around it.
  var trimmed: GIFTText {
    func isSpace(_ unit: Unit) -> Bool {
      [0x20, 0x09, 0x0A, 0x0D].contains(unit.byte) && !unit.isEscaped
    }
    var rest = units.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return GIFTText(rest)
  }

  /// Where a mark stands for the first time with its meaning.
  func firstIndex(of mark: String) -> Int? {
    let bytes = Array(mark.utf8)
    guard let first = bytes.first, units.count >= bytes.count else { return nil }
    return (units.startIndex...(units.endIndex - bytes.count)).first { start in
      units[start] == Unit(byte: first, isEscaped: false)
        && units[start..<start + bytes.count].elementsEqual(bytes) {
          $0.byte == $1 && !$0.isEscaped
        }
    }
  }

  /// What stands before and after a mark, or `nil` if it does not occur.
  func split(at mark: String) -> (before: GIFTText, after: GIFTText)? {
    firstIndex(of: mark).map { start in
      (GIFTText(units[..<start]), GIFTText(units[(start + mark.utf8.count)...]))
    }
  }

  /// The answers that each begin with `=` or `~`, with what stands before the first.
  var answers: (before: GIFTText, list: [(isEqual: Bool, text: GIFTText)]) {
    let marks = units.indices.filter {
      !units[$0].isEscaped && [UInt8(ascii: "="), UInt8(ascii: "~")].contains(units[$0].byte)
    }
    let ends = marks.dropFirst() + [units.endIndex]
    let list = zip(marks, ends).map { start, end in
      (units[start].byte == UInt8(ascii: "="), GIFTText(units[(start + 1)..<end]))
    }
    return (GIFTText(units[..<(marks.first ?? units.endIndex)]), list)
  }
}
