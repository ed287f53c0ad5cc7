/// A value on its way into a statement.
enum SQLValue {
  /// A whole number.
  case integer(Int64)
  /// Some text.
  case text(String)
  /// Bytes that are valid UTF-8, to be stored as text.
  case utf8([UInt8])
  /// Some bytes.
  case blob([UInt8])
}
