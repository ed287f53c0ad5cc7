import EventSourcing
import SeedVault
import SuiteSupport

/// A stored payload with what it means.
struct Label: Sendable {
  /// Its type and schema.
  var key: SchemaKey
  /// Its fields.
  var fields: [String: JSONValue]
  /// The events it stands for.
  var meaning: [LotEvent]

  /// Writes a label.
  init(_ type: String, _ schema: Int, _ fields: [String: JSONValue], means meaning: [LotEvent]) {
    key = SchemaKey(type, schema)
    self.fields = fields
    self.meaning = meaning
  }

  /// The same label with another value in a field, or without the field.
  func with(_ name: String, _ value: JSONValue?) -> Label {
    var label = self
    label.fields[name] = value
    return label
  }

  /// The same fields under another type and schema.
  func renamed(_ type: String, _ schema: Int) -> Label {
    Label(type, schema, fields, means: [])
  }

  /// The label in one line, for a finding.
  var line: String { "\(key.type) \(key.schema) \(describe(JSONValue.object(fields)))" }

  /// The label as an event in a store.
  ///
  /// - Parameters:
  ///   - number: Its version, and the number in its identifier; a number of its own if left out,
  ///     since no two events of a store share an identifier.
  ///   - stream: The stream it was appended to.
  ///   - recordedAt: When it was appended.
  func recorded(
    _ number: Int? = nil, in stream: StreamID = "lot-tarn-7",
    at recordedAt: Timestamp = 31_536_000_000
  ) -> RecordedEvent {
    let number = number ?? line.utf8.reduce(1) { ($0 &* 31 &+ Int($1)) & 0xFF_FFFF_FFFF } + 1
    let event = NewEvent(
      id: EventID(rawValue: "c-\(number)/0"), type: key.type, schema: key.schema,
      payload: .object(fields))
    return RecordedEvent(
      event: event, stream: stream, version: StreamVersion(rawValue: number),
      position: GlobalPosition(rawValue: Int64(number) * 3), recordedAt: recordedAt)
  }
}
