import CSQLite
import EventChain
import EventSourcing
import StrictJSON

/// The row a statement is at, read with suspicion: a file may hold anything under any name.
///
/// **Reading never traps.** A value of another type than the format demands, or text that is no UTF-8, is thrown as
/// damage that names the column.
struct Row {
  private let statement: OpaquePointer
  private let path: String

  /// Looks at the row of a statement that has just stepped to one.
  init(of statement: OpaquePointer, in path: String) {
    self.statement = statement
    self.path = path
  }

  /// A whole number.
  func integer(_ column: Int32) throws(StoreFileError) -> Int64 {
    guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else {
      throw damage(column, "is not a whole number")
    }
    return sqlite3_column_int64(statement, column)
  }

  /// Some text.
  func text(_ column: Int32) throws(StoreFileError) -> String {
    let text = try utf8(column) { String(validating: $0, as: UTF8.self) }
    guard let text else { throw damage(column, "is not valid UTF-8") }
    return text
  }

  /// The bytes of some text, whether they are valid or not.
  func utf8(_ column: Int32) throws(StoreFileError) -> [UInt8] {
    try utf8(column) { Array($0) }
  }

  /// Lends the bytes of some text, whether they are valid or not.
  func utf8<Result>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(StoreFileError) -> Result {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT else {
      throw damage(column, "is not text")
    }
    let start = sqlite3_column_text(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Some JSON.
  func json(_ column: Int32) throws(StoreFileError) -> JSONValue {
    let outcome = try utf8(column) { bytes in
      Result { () throws(StrictJSONError) in try JSONValue(strictly: bytes) }
    }
    do throws(StrictJSONError) { return try outcome.get() } catch {
      throw StoreFileError(path, .damaged("a JSON text cannot be read: \(error.clauseOnRecord)"))
    }
  }

  /// Some bytes.
  func blob(_ column: Int32) throws(StoreFileError) -> [UInt8] {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB else {
      throw damage(column, "is not a row of bytes")
    }
    let start = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Whatever is there, as text that may have been repaired, for messages only.
  func shown(_ column: Int32) -> String {
    let start = sqlite3_column_text(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    let bytes = UnsafeBufferPointer(start: start, count: start == nil ? 0 : min(count, 200))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Says what is wrong with a column.
  private func damage(_ column: Int32, _ what: String) -> StoreFileError {
    let name = sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "?"
    return StoreFileError(path, .damaged("a value of \(name) \(what)"))
  }
}
