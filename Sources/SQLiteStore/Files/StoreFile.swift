import Glibc

/// A gradebook's file that is open: its events and its views over one connection that reads and one that writes.
///
/// **Reading waits for nobody.** Appends and commits of views take turns, each with the durability that it needs: an event
/// survives a loss of power, and a view can be made again.
package struct StoreFile: Sendable {
  /// The rights with which a file is opened.
  package enum Mode: Sendable {
    /// It may be read and written.
    case readWrite
    /// It is only read.
    case readOnly
  }

  /// How long a locked file is waited for, if nothing else is said.
  package static let patience: Duration = .seconds(10)

  /// The events.
  package let events: SQLiteEventStore
  /// What projections make of them.
  package let views: SQLiteViewStore

  // MARK: - Creating

  /// Creates a gradebook without any event.
  ///
  /// **Nothing is ever overwritten, and there is never half a gradebook.** The file gets its name when it is complete,
  /// in one step that fails if the name is taken. Only its owner may read it.
  ///
  /// - Throws: `alreadyExists`, `notFound` if there is no such folder, `notPermitted`, `full`.
  package static func create(at path: String) throws(StoreFileError) {
    // A log that was left behind by another file would be taken for this one's.
    for name in [path, "\(path)-wal", "\(path)-shm", "\(path)-journal"] where exists(name) {
      throw StoreFileError(name, .alreadyExists)
    }
    let draft = "\(path).new-\(getpid())-\(String(UInt32.random(in: 0 ... .max), radix: 16))"
    let descriptor = Glibc.open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(of: path, errno) }
    close(descriptor)
    defer { for name in [draft, "\(draft)-wal", "\(draft)-shm"] { unlink(name) } }
    do {
      let connection = try Connection(path: draft, access: .readWrite, patience: patience)
      try connection.execute("PRAGMA journal_mode = WAL")
      try connection.transaction(.immediate) { try Schema.write(to: connection) }
    } catch {
      throw StoreFileError(path, cause(of: error, path).problem)
    }
    guard link(draft, path) == 0 else { throw failure(of: path, errno) }
    synchronizeFolder(of: path)
  }

  /// Makes a new name in a folder durable, where the file system can do so.
  private static func synchronizeFolder(of path: String) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let name = folder.isEmpty ? "." : folder.joined(separator: "/") + "/"
    let descriptor = Glibc.open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  // MARK: - Opening

  /// Opens a gradebook that exists, and refuses everything that is not one.
  ///
  /// - Parameters:
  ///   - mode: Whether it may be changed; stores that only read refuse every change as `unavailable`.
  ///   - patience: How long a change waits for other processes.
  /// - Throws: Why the file cannot be used as a gradebook.
  package static func open(
    at path: String, mode: Mode = .readWrite, patience: Duration = patience
  ) throws(StoreFileError) -> StoreFile {
    try open(at: path, mode: mode, patience: patience) { _ in }
  }

  /// Opens a gradebook and lets a body see the connection that will write; for tests that make it fail.
  static func open(
    at path: String, mode: Mode = .readWrite, patience: Duration = patience,
    preparing: (Connection) throws(StoreFileError) -> Void
  ) throws(StoreFileError) -> StoreFile {
    var writer: SerialConnection?
    if mode == .readWrite {
      let connection = try connect(to: path, mode: .readWrite, patience: patience)
      try checkSchema(of: connection)
      try preparing(connection)
      writer = SerialConnection(connection)
    }
    let connection = try connect(to: path, mode: .readOnly, patience: patience)
    if writer == nil { try checkSchema(of: connection) }
    let reader = SerialConnection(connection)
    return StoreFile(
      events: SQLiteEventStore(path: path, reader: reader, writer: writer),
      views: SQLiteViewStore(path: path, reader: reader, writer: writer))
  }

  /// Refuses a file with anything in it that is not ours.
  private static func checkSchema(of connection: Connection) throws(StoreFileError) {
    do {
      guard let difference = try Schema.difference(in: connection) else { return }
      throw StoreFileError(connection.path, .damaged(difference))
    } catch {
      throw cause(of: error, connection.path)
    }
  }
}
