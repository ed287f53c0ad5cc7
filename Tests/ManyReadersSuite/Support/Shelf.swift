import CQRS
import EventSourcing
import SuiteSupport
import Synchronization

/// The view store of one partition: it can be down, and something can happen between two of its uses.
final class Shelf: ViewStore {
  private struct State {
    var isDown = false
    var afterNextRead: (@Sendable () async -> Void)?
  }

  /// What is on the shelf, and faults of single uses.
  let store: FakeViewStore
  private let state = Mutex(State())

  /// A shelf, empty unless something is on it.
  init(_ contents: ViewContents = ViewContents()) {
    store = FakeViewStore(contents)
  }

  // MARK: - For suites

  /// Whether every use fails with `unavailable`.
  var isDown: Bool {
    get { state.withLock { $0.isDown } }
    set { state.withLock { $0.isDown = newValue } }
  }

  /// Lets something happen right after the next read, of a document, a collection or a checkpoint.
  func afterNextRead(_ body: @escaping @Sendable () async -> Void) {
    state.withLock { $0.afterNextRead = body }
  }

  /// How far a window has come.
  func checkpoint(_ name: ProjectionName) -> GlobalPosition? {
    store.contents.checkpoints[name]
  }

  /// The positions of the events that made each document of a window, in the order of application.
  func log(_ name: ProjectionName) -> [String: [GlobalPosition]] {
    store.contents[Window.log(of: name)].mapValues(Window.positions(in:))
  }

  // MARK: - For submissions

  /// One document.
  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    try requireUp()
    let document = try await store.get(key)
    await hasRead()
    return document
  }

  /// The documents of a collection.
  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    try requireUp()
    let documents = try await store.all(in: collection)
    await hasRead()
    return documents
  }

  /// The checkpoint of a projection.
  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    try requireUp()
    let checkpoint = try await store.checkpoint(of: projection)
    await hasRead()
    return checkpoint
  }

  /// Stores one commit.
  func commit(_ commit: ViewCommit) async throws(StorageFault) {
    try requireUp()
    try await store.commit(commit)
  }

  /// Clears one projection.
  func clear(_ projection: ProjectionName) async throws(StorageFault) {
    try requireUp()
    try await store.clear(projection)
  }

  /// Fails while the shelf is down.
  private func requireUp() throws(StorageFault) {
    if isDown { throw .unavailable }
  }

  /// Lets happen what was to happen after a read.
  private func hasRead() async {
    let body = state.withLock { state in
      defer { state.afterNextRead = nil }
      return state.afterNextRead
    }
    await body?()
  }
}
