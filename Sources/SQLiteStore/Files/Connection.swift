import CSQLite
import EventSourcing

/// A connection to a database file, with the statements it has prepared so far.
///
/// **It is used by one thread at a time.** It is not `Sendable`; a ``SerialConnection`` keeps it.
///
/// **Every failure is a ``StoreFileError``.** Nothing here traps, whatever the file holds.
final class Connection {
  /// How a file is opened.
  enum Access {
    /// For reading and writing.
    case readWrite
    /// For reading, by someone who may write and hence tidy up: the last to leave takes an empty log with him.
    case queryOnly
    /// For reading only, though SQLite may keep its index of the write-ahead log beside the file.
    case readOnly
    /// For reading a file that nobody changes, from a folder in which nothing can be written.
    case immutable
  }

  /// The path of the file, as the user gave it.
  let path: String
  /// SQLite's own connection.
  let handle: OpaquePointer
  private var statements: [String: OpaquePointer] = [:]
  /// What the transactions that are committed now survive; nil before the first.
  private var durability: Durability?

  /// Opens a file that exists.
  ///
  /// - Parameters:
  ///   - patience: How long to wait for other processes, each time the file is locked.
  init(path: String, access: Access, patience: Duration) throws(StoreFileError) {
    self.path = path
    // A relative path must not be mistaken for one of SQLite's own names, such as `:memory:`.
    let plain = path.hasPrefix("/") ? path : "./\(path)"
    let name = access == .immutable ? "file:\(Self.escaped(plain))?immutable=1" : plain
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    flags |=
      access == .readWrite || access == .queryOnly ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
    if access == .immutable { flags |= SQLITE_OPEN_URI }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(name, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let message = String(cString: sqlite3_errstr(code))
      sqlite3_close_v2(opened)
      throw StoreFileError(path, code: code, message: message)
    }
    handle = opened
    sqlite3_busy_timeout(handle, Int32(clamping: Int64(patience / .milliseconds(1))))
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.largestValue)
    try check(csqlite_harden(handle))
    for pragma in [
      "cell_size_check = ON", "foreign_keys = ON", "mmap_size = 0", "cache_size = -16000",
    ] {
      try execute("PRAGMA \(pragma)")
    }
    if access == .queryOnly { try execute("PRAGMA query_only = ON") }
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// The largest value that is stored or read, in bytes, so that a hostile file cannot fill the memory.
  private static let largestValue: Int32 = 64 << 20

  /// A path as it is written in a URI.
  private static func escaped(_ path: String) -> String {
    path.utf8.reduce(into: "") { result, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
  }

  // MARK: - Statements

  /// Runs statements that return nothing of interest, without keeping them.
  func execute(_ sql: String) throws(StoreFileError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Runs a statement that returns no rows.
  func run(_ sql: String, _ values: SQLValue...) throws(StoreFileError) {
    do {
      try scan(sql, values) { _ in false }
    } catch let error as StoreFileError {
      throw error
    } catch {
      throw StoreFileError(path, .failed("\(error)"))
    }
  }

  /// Returns what the body makes of the first row, or nil if there is none.
  func first<Result>(
    _ sql: String, _ values: SQLValue..., body: (Row) throws -> Result
  ) throws -> Result? {
    var result: Result?
    try scan(sql, values) { row in
      result = try body(row)
      return false
    }
    return result
  }

  /// Passes one row after the other to a body, until there are no more or it returns false.
  func scan(_ sql: String, _ values: [SQLValue] = [], body: (Row) throws -> Bool) throws {
    let statement = try prepared(sql)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      try check(Self.bind(value, to: statement, at: Int32(index + 1)))
    }
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw fault(code) }
      if try !body(Row(of: statement, in: path)) { return }
    }
  }

  /// The statement for some SQL, prepared at its first use and kept.
  private func prepared(_ sql: String) throws(StoreFileError) -> OpaquePointer {
    if let statement = statements[sql] { return statement }
    var statement: OpaquePointer?
    try check(
      sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil))
    guard let statement else { throw StoreFileError(path, .failed("an empty statement")) }
    statements[sql] = statement
    return statement
  }

  /// Binds one value and returns SQLite's result code.
  private static func bind(
    _ value: SQLValue, to statement: OpaquePointer, at index: Int32
  ) -> Int32 {
    switch value {
    case .integer(let value): return sqlite3_bind_int64(statement, index, value)
    case .text(var value):
      return value.withUTF8 { csqlite_bind_text(statement, index, chars(of: $0), Int64($0.count)) }
    case .utf8(let value):
      return value.withUnsafeBufferPointer {
        csqlite_bind_text(statement, index, chars(of: $0), Int64($0.count))
      }
    case .blob(let value):
      return value.withUnsafeBufferPointer {
        csqlite_bind_blob(statement, index, chars(of: $0), Int64($0.count))
      }
    }
  }

  /// The address of some bytes; a null pointer would bind NULL, so nothing has an address as well.
  private static func chars(of bytes: UnsafeBufferPointer<UInt8>) -> UnsafePointer<CChar> {
    guard let start = bytes.baseAddress else { return nothing }
    return UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
  }

  /// The address that stands for no bytes.
  private static var nothing: UnsafePointer<CChar> { sqlite3_libversion() }

  // MARK: - Transactions

  /// How a transaction locks the file.
  enum Locking: String {
    /// Not before something is read or written.
    case deferred = "BEGIN DEFERRED"
    /// At once, for writing.
    case immediate = "BEGIN IMMEDIATE"
  }

  /// The mishaps after which what was committed is still there, as SQLite calls them.
  enum Durability: String {
    /// A loss of power, for which each commit waits for the disk.
    case powerLoss = "FULL"
    /// The end of the process; a loss of power takes the last commits with it and leaves the file whole.
    case processEnd = "NORMAL"
  }

  /// Runs a body in one transaction, which is committed if the body returns and rolled back if it throws.
  ///
  /// - Parameter durability: What an `immediate` transaction must survive once it is committed.
  /// - Throws: ``TransactionFailure`` if SQLite fails, with what is known of the outcome; else what the body throws.
  func transaction<Result>(
    _ locking: Locking, surviving durability: Durability = .powerLoss, _ body: () throws -> Result
  ) throws -> Result {
    do throws(StoreFileError) {
      // What an earlier failure may have left open.
      if sqlite3_get_autocommit(handle) == 0 { try run("ROLLBACK") }
      if locking == .immediate, durability != self.durability {
        // Not kept as a statement: SQLite heeds it when it is prepared, and only between transactions.
        try execute("PRAGMA synchronous = \(durability.rawValue)")
        self.durability = durability
      }
      try run(locking.rawValue)
    } catch {
      throw TransactionFailure(error, .unavailable)
    }
    let result: Result
    do {
      result = try body()
    } catch {
      rollBack()
      guard let error = error as? StoreFileError else { throw error }
      // Nothing is committed before COMMIT, whether rolling back succeeds or not.
      throw TransactionFailure(error, .notWritten)
    }
    do throws(StoreFileError) {
      try run("COMMIT")
    } catch {
      rollBack()
      switch error.problem {
      case .busy, .full, .failed, .tooLarge, .notPermitted:
        throw TransactionFailure(error, .notWritten)
      default:
        // Where the disk failed, the mark of the commit may be on it and come to light after a crash.
        throw TransactionFailure(error, .outcomeUnknown)
      }
    }
    return result
  }

  /// Gives up what the transaction has done so far.
  private func rollBack() {
    if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
  }

  // MARK: - Faults

  /// Throws unless SQLite says that all is well.
  private func check(_ code: Int32) throws(StoreFileError) {
    if code != SQLITE_OK { throw fault(code) }
  }

  /// The error behind a result code.
  private func fault(_ code: Int32) -> StoreFileError {
    StoreFileError(
      path, code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle))
    )
  }
}
