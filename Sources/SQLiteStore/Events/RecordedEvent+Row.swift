import EventSourcing
import StrictJSON

extension RecordedEvent {
  /// Reads an event whose columns are those of ``EventRow``.
  ///
  /// - Throws: `damaged` if a value has another type than the format demands, or is no JSON.
  init(_ row: Row, in path: String) throws(StoreFileError) {
    let position = try row.integer(0)
    self.init(
      event: NewEvent(
        id: EventID(rawValue: try row.text(3)), type: try row.text(4),
        schema: Int(try row.integer(5)), payload: try row.json(7, at: position, in: path),
        metadata: try Self.metadata(try row.json(8, at: position, in: path), at: position, path)),
      stream: StreamID(rawValue: try row.text(1)),
      version: StreamVersion(rawValue: Int(try row.integer(2))),
      position: GlobalPosition(rawValue: position),
      recordedAt: Timestamp(rawValue: try row.integer(6)))
  }

  /// The metadata behind an object of texts.
  private static func metadata(
    _ value: JSONValue, at position: Int64, _ path: String
  ) throws(StoreFileError) -> [String: String] {
    var metadata: [String: String] = [:]
    if case .object(let members) = value {
      for (name, value) in members {
        guard case .string(let text) = value else { break }
        metadata[name] = text
      }
      if metadata.count == members.count { return metadata }
    }
    throw StoreFileError(
      path, .damaged("the metadata of the event at position \(position) is not made of texts"))
  }
}

extension Row {
  /// Some JSON.
  ///
  /// - Parameter position: The event it belongs to, for the error.
  func json(
    _ column: Int32, at position: Int64? = nil, in path: String
  ) throws(StoreFileError) -> JSONValue {
    let outcome = try utf8(column) { bytes in
      Swift.Result { () throws(StrictJSONError) in try JSONValue(strictly: bytes) }
    }
    switch outcome {
    case .success(let value): return value
    case .failure(let fault):
      let place = position.map { " of the event at position \($0)" } ?? ""
      throw StoreFileError(path, .damaged("a JSON text\(place) cannot be read: \(fault.words)"))
    }
  }
}

extension StrictJSONError {
  /// The error as a clause about something that was written by us.
  fileprivate var words: String {
    problem == .tooDeep ? "it is nested too deeply" : "it is no JSON from byte \(offset) on"
  }
}
