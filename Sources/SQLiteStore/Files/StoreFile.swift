import Glibc

/// Creates and opens the file of a gradebook.
package enum StoreFile {
  /// Whether a file may be changed.
  package enum Mode: Sendable {
    /// It may be read and written.
    case readWrite
    /// It is only read.
    case readOnly
  }

  /// How long a locked file is waited for, if nothing else is said.
  package static let patience: Duration = .seconds(10)

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
      try connection.execute("PRAGMA synchronous = FULL")
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

  /// Opens a gradebook, and refuses everything that is not one.
  static func open(
    at path: String, mode: Mode, patience: Duration
  ) throws(StoreFileError) -> sending Connection {
    let connection = try connect(to: path, mode: mode, patience: patience)
    do {
      if let difference = try Schema.difference(in: connection) {
        throw StoreFileError(path, .damaged(difference))
      }
    } catch {
      throw cause(of: error, path)
    }
    return connection
  }

  /// Opens a gradebook whose schema nobody has looked at yet.
  ///
  /// - Throws: `notFound`, `isDirectory`, `notAGradebook`, `newerFormat`, `notPermitted`, `busy` or `damaged`.
  static func connect(
    to path: String, mode: Mode, patience: Duration
  ) throws(StoreFileError) -> sending Connection {
    try checkKind(of: path)
    if access(path, R_OK) != 0 { throw failure(of: path, errno) }
    if mode == .readWrite, access(path, W_OK) != 0 { throw failure(of: path, errno) }
    var accesses = accesses(to: path, mode)
    while true {
      do {
        let connection = try Connection(
          path: path, access: accesses.removeFirst(), patience: patience)
        try recognize(connection)
        if mode == .readWrite {
          try connection.execute("PRAGMA journal_mode = WAL")
          try connection.execute("PRAGMA synchronous = FULL")
        }
        return connection
      } catch {
        let error = cause(of: error, path)
        guard !accesses.isEmpty, case .notPermitted = error.problem else { throw error }
      }
    }
  }

  /// The ways to open a file, the best first.
  private static func accesses(to path: String, _ mode: Mode) -> [Connection.Access] {
    guard mode == .readOnly else { return [.readWrite] }
    // A log that holds something stays where it is: who only reads puts nothing into the file.
    guard size(of: "\(path)-wal") == 0 else { return [.readOnly] }
    // Without one, a file is whole even in a folder in which nothing can be written.
    return (access(path, W_OK) == 0 ? [.queryOnly] : []) + [.readOnly, .immutable]
  }

  /// Refuses a database that is none of ours, or one of a time to come, before anything in it is used.
  private static func recognize(_ connection: Connection) throws {
    let path = connection.path
    let application = try connection.first("PRAGMA application_id") { try $0.integer(0) }
    guard application == Schema.applicationID else {
      throw StoreFileError(path, .notAGradebook("it is a database of another program, or empty"))
    }
    let version = try connection.first("PRAGMA user_version") { try $0.integer(0) } ?? 0
    guard version <= Schema.version else {
      throw StoreFileError(
        path, .newerFormat(found: Int(version), known: Int(Schema.version)))
    }
    guard version == Schema.version else {
      throw StoreFileError(path, .damaged("there is no format \(version)"))
    }
  }

  // MARK: - Support

  /// The error of the file behind any error.
  static func cause(of error: any Error, _ path: String) -> StoreFileError {
    switch error {
    case let error as StoreFileError: error
    case let error as TransactionFailure: error.cause
    default: StoreFileError(path, .failed("\(error)"))
    }
  }

  /// Refuses whatever is not a file: reading it might never end.
  private static func checkKind(of path: String) throws(StoreFileError) {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else {
      throw path.utf8.contains(0)
        ? StoreFileError(path, .notFound) : failure(of: path, errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw StoreFileError(path, .isDirectory)
    default: throw StoreFileError(path, .notAGradebook("it is not a regular file"))
    }
  }

  /// Whether anything has this name, a broken link included.
  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The size of a file in bytes; 0 if there is none.
  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Translates an error number of the operating system.
  private static func failure(of path: String, _ code: Int32) -> StoreFileError {
    switch code {
    case ENOENT, ENOTDIR: StoreFileError(path, .notFound)
    case EEXIST: StoreFileError(path, .alreadyExists)
    case EISDIR: StoreFileError(path, .isDirectory)
    case ENOSPC, EDQUOT: StoreFileError(path, .full)
    case EIO: StoreFileError(path, .inputOutput(String(cString: strerror(code))))
    default: StoreFileError(path, .notPermitted(String(cString: strerror(code))))
    }
  }
}
