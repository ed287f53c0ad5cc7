import CQRS
import EventSourcing
import SuiteSupport

/// The suite's own run of a projection: one event after the other, each stored before the next.
///
/// What it comes to is what any runner has to come to. It is also how a learner's windows are tried without a runner of
/// the learner's.
struct SerialRun {
  private let projection: any Projection
  /// What the store would hold now.
  private(set) var contents = ViewContents()

  /// A run that has not begun.
  init(_ projection: any Projection) {
    self.projection = projection
  }

  /// What a projection makes of some events.
  static func contents(
    of projection: any Projection, after events: some Sequence<RecordedEvent>
  ) async throws(ProjectionError) -> ViewContents {
    var run = SerialRun(projection)
    for event in events { try await run.apply(event) }
    return run.contents
  }

  /// Applies one event; one the projection does not handle moves the checkpoint only.
  mutating func apply(_ event: RecordedEvent) async throws(ProjectionError) {
    var writes: [ViewWrite] = []
    if projection.handles.contains(event.event.type) {
      writes = try await projection.writes(for: event, reading: ContentsReader(contents: contents))
    }
    contents.apply(
      ViewCommit(projection: projection.name, writes: writes, checkpoint: event.position))
  }
}

/// Reads from a value.
struct ContentsReader: ViewReader {
  private let contents: ViewContents

  /// A reader of some contents.
  init(contents: ViewContents = ViewContents()) {
    self.contents = contents
  }

  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    contents[key]
  }

  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    contents[collection]
  }

  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    contents.checkpoints[projection]
  }
}
