package import CQRS
package import EventSourcing

/// The calls that carry a `Projection` of lot events across the border, in either direction.
package enum ProjectionCalls {
  /// A projection on one side, as the other side sees it.
  package struct Description: Hashable, Codable, Sendable {
    package var projection: Handle
    package var name: ProjectionName
    package var handles: Set<String>
    package init(projection: Handle, name: ProjectionName, handles: Set<String>) {
      self.projection = projection
      self.name = name
      self.handles = handles
    }
  }

  /// `writes(for:reading:)`; the reader lives on the caller's side.
  package struct Writes: WireCall {
    package typealias Reply = Outcome<[ViewWrite], ProjectionError>
    package static let method = "projection.writes"
    package var projection: Handle
    package var event: RecordedEvent
    package var reader: Handle
    package init(projection: Handle, event: RecordedEvent, reader: Handle) {
      self.projection = projection
      self.event = event
      self.reader = reader
    }
  }
}
