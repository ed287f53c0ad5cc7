/// An append-only medium for records of bytes, provided to those who build a store on it.
///
/// **One record is all or nothing.** After any failure a record is either wholly in the log or not
/// in it at all; there are no torn records. Two records are two separate steps, so whatever must
/// hold together belongs into one record, or needs a mark that tells complete groups from
/// incomplete ones.
///
/// **A record is durable once append returns.** It survives the end of the process.
///
/// **Records keep the order in which they became durable.** The log neither changes nor removes
/// them.
///
/// **Appends may overlap.** An append that has not returned does not keep another one from being
/// stored first; a caller who needs an order waits for the first to return.
///
/// **A failed append says what is known.** `.notWritten` and `.unavailable`: the record is not in
/// the log. `.outcomeUnknown`: the record may be in the log; only ``records()`` can tell.
///
/// ```swift
/// try await log.append(Array("opened".utf8))
/// let all = try await log.records()
/// ```
public protocol RecordLog: Sendable {
  /// Appends one record and returns once it is durable.
  ///
  /// - Parameter record: The bytes to store; any bytes, also none.
  /// - Throws: A ``StorageFault`` that tells whether the record may be stored nevertheless.
  func append(_ record: [UInt8]) async throws(StorageFault)

  /// Returns all durable records, oldest first.
  ///
  /// - Returns: Every record, byte for byte as it was appended.
  /// - Throws: `.unavailable` if the log cannot be read now.
  func records() async throws(StorageFault) -> [[UInt8]]
}
