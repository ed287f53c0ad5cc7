import EventSourcing

/// The events that a tally is about.
enum TallyEvent {
  /// Adds one to the counter that the payload names.
  static let counted = "tally.counted"
  /// Removes the counter that the payload names.
  static let forgotten = "tally.forgotten"
  /// Has no meaning any more.
  static let retired = "tally.retired"
  /// Is of no interest to a tally.
  static let foreign = "tally.foreign"

  /// A history, one character for each event.
  ///
  /// A small letter counts, a capital letter lets its counter be forgotten, `.` is a retired event, `!` poison, and
  /// `-` an event that a tally does not handle. Positions have gaps, streams are interleaved.
  ///
  /// - Parameters:
  ///   - script: The events.
  ///   - count: How many events there are already.
  static func history(_ script: String, after count: Int = 0) -> [RecordedEvent] {
    script.enumerated().map { index, character in
      let number = count + index + 1
      let (type, payload): (String, JSONValue) =
        switch character {
        case "-": (foreign, .string("nobody"))
        case ".": (retired, .null)
        case "!": (counted, .null)
        default:
          (character.isUppercase ? forgotten : counted, .string(character.lowercased()))
        }
      return RecordedEvent(
        event: NewEvent(id: EventID(rawValue: "e-\(number)"), type: type, payload: payload),
        stream: StreamID(rawValue: "counter-\(character.lowercased())"),
        version: StreamVersion(rawValue: number), position: position(number),
        recordedAt: 0)
    }
  }

  /// The position of an event by its number, from 1; some have gaps between them, some have none.
  static func position(_ number: Int) -> GlobalPosition {
    GlobalPosition(rawValue: Int64(number * 3 + (number + 1) % 3))
  }
}
