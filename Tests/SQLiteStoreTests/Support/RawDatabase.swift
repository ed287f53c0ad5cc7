import CSQLite
import Testing

/// A second hand on a gradebook's file, which knows nothing of the store: whoever has the file has this.
final class RawDatabase {
  /// A value of a column.
  enum Value: Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text([UInt8])
    case blob([UInt8])

    /// The number, or 0.
    var number: Int64 { if case .integer(let value) = self { value } else { 0 } }

    /// The bytes, or none.
    var bytes: [UInt8] {
      switch self {
      case .text(let bytes), .blob(let bytes): bytes
      default: []
      }
    }
  }

  /// What SQLite refused.
  struct Refusal: Error, CustomStringConvertible {
    let code: Int32
    let description: String
  }

  private let handle: OpaquePointer

  /// Opens a file.
  init(_ path: String) throws {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE, nil)
    guard code == SQLITE_OK, let opened else {
      throw Refusal(code: code, description: "\(path) cannot be opened")
    }
    handle = opened
    sqlite3_busy_timeout(handle, 10_000)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements.
  func run(_ sql: String) throws {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Runs one statement with values and returns its rows.
  @discardableResult
  func rows(_ sql: String, _ values: Value...) throws -> [[Value]] {
    var prepared: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &prepared, nil))
    let statement = try #require(prepared)
    defer { sqlite3_finalize(statement) }
    for (index, value) in values.enumerated() {
      try check(Self.bind(value, to: statement, at: Int32(index + 1)))
    }
    var rows: [[Value]] = []
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return rows }
      guard code == SQLITE_ROW else {
        throw Refusal(code: code, description: String(cString: sqlite3_errmsg(handle)))
      }
      rows.append((0..<sqlite3_column_count(statement)).map { Self.value($0, of: statement) })
    }
  }

  /// Binds a value.
  private static func bind(
    _ value: Value, to statement: OpaquePointer, at index: Int32
  ) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let value): sqlite3_bind_int64(statement, index, value)
    case .real(let value): sqlite3_bind_double(statement, index, value)
    case .text(let bytes):
      (bytes + [0]).withUnsafeBytes {
        csqlite_bind_text(
          statement, index, $0.bindMemory(to: CChar.self).baseAddress, Int64(bytes.count))
      }
    case .blob(let bytes):
      (bytes + [0]).withUnsafeBytes {
        csqlite_bind_blob(statement, index, $0.baseAddress, Int64(bytes.count))
      }
    }
  }

  /// Reads a value.
  private static func value(_ column: Int32, of statement: OpaquePointer) -> Value {
    func bytes() -> [UInt8] {
      let start = sqlite3_column_blob(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      return Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
    return switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: .text(bytes())
    case SQLITE_BLOB: .blob(bytes())
    default: .null
    }
  }

  /// Throws unless all is well.
  private func check(_ code: Int32) throws {
    if code != SQLITE_OK {
      throw Refusal(code: code, description: String(cString: sqlite3_errmsg(handle)))
    }
  }
}
