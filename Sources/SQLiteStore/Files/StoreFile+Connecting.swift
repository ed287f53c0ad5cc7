import Glibc

/// The way from a path to a connection, and what goes wrong on it.
extension StoreFile {
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
        if mode == .readWrite { try connection.execute("PRAGMA journal_mode = WAL") }
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
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The size of a file in bytes; 0 if there is none.
  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Translates an error number of the operating system.
  static func failure(of path: String, _ code: Int32) -> StoreFileError {
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
