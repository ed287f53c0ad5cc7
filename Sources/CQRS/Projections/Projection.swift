public import EventSourcing

/// Turns stored events into changes of documents.
public protocol Projection<Event>: Sendable {
  /// The events that stored events are decoded into.
  associatedtype Event: Hashable & Codable & Sendable

  /// Creates a projection.
  init(codec: any EventCodec<Event>)

  /// The name under which documents and checkpoint are kept.
  var name: ProjectionName { get }

  /// The stored type names the projection wants to see.
  var handles: Set<String> { get }

  /// Returns the changes that one event causes.
  func writes(for event: RecordedEvent, reading: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
}
