import EventSourcing

extension RecordedEvent {
  /// Whether a document does not contain the event yet.
  func isNew(to document: JSONValue?) -> Bool {
    position.rawValue > Int64(document?["lastPosition"]?.integer ?? 0)
  }

  /// A document that contains the event and everything before.
  func marking(_ document: JSONValue) -> JSONValue {
    var fields = document.fields
    fields["lastPosition"] = .int(position.rawValue)
    return .object(fields)
  }
}
