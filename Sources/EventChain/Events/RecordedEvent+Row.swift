package import EventSourcing
import StrictJSON

extension RecordedEvent {
  /// Reads an event from its row.
  ///
  /// - Throws: ``UnreadableRow`` if a text is no UTF-8 or no JSON.
  package init(_ row: EventRow) throws(UnreadableRow) {
    self.init(
      event: NewEvent(
        id: EventID(rawValue: try Self.text(row.id, "id")),
        type: try Self.text(row.type, "type"), schema: Int(row.schema),
        payload: try Self.json(row.payload, of: row), metadata: try Self.metadata(of: row)),
      stream: StreamID(rawValue: try Self.text(row.stream, "stream")),
      version: StreamVersion(rawValue: Int(row.version)),
      position: GlobalPosition(rawValue: row.position),
      recordedAt: Timestamp(rawValue: row.recordedAt))
  }

  /// Reads a name.
  private static func text(_ bytes: [UInt8], _ column: String) throws(UnreadableRow) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UnreadableRow(clause: "a value of \(column) is not valid UTF-8")
    }
    return text
  }

  /// Reads some JSON.
  private static func json(
    _ bytes: [UInt8], of row: EventRow
  ) throws(UnreadableRow) -> JSONValue {
    do throws(StrictJSONError) {
      return try bytes.withUnsafeBufferPointer { bytes throws(StrictJSONError) in
        try JSONValue(strictly: bytes)
      }
    } catch {
      throw UnreadableRow(
        clause: "a JSON text of the event at position \(row.position) cannot be read: "
          + error.clauseOnRecord)
    }
  }

  /// Reads the metadata: an object of texts.
  private static func metadata(of row: EventRow) throws(UnreadableRow) -> [String: String] {
    var metadata: [String: String] = [:]
    if case .object(let members) = try json(row.metadata, of: row) {
      for (name, value) in members {
        guard case .string(let text) = value else { break }
        metadata[name] = text
      }
      if metadata.count == members.count { return metadata }
    }
    throw UnreadableRow(
      clause: "the metadata of the event at position \(row.position) is not made of texts")
  }
}

extension StrictJSONError {
  /// The error as a clause about a text that was written by a store of ours.
  package var clauseOnRecord: String {
    problem == .tooDeep ? "it is nested too deeply" : "it is no JSON from byte \(offset) on"
  }
}
