import EventSourcing
import FoundationEssentials

/// What one record of the log holds: a whole batch, so that it is there as a whole or not at all.
///
/// Versions and positions are not in it. They follow from the order of the records.
struct Batch: Codable {
  /// Where the events were appended.
  var stream: StreamID
  /// The events, oldest first.
  var events: [NewEvent]
  /// The moment that the writer gave.
  var recordedAt: Timestamp

  /// The batch as the bytes of a record.
  ///
  /// - Throws: `notWritten` if an event holds a number that cannot be written.
  func encoded() throws(StorageFault) -> [UInt8] {
    guard let json = try? JSONEncoder().encode(self) else { throw .notWritten }
    return Array(json)
  }

  /// The batch in the bytes of a record.
  ///
  /// - Throws: `unavailable` if the bytes are not of our making.
  static func decoded(from record: [UInt8]) throws(StorageFault) -> Batch {
    guard let batch = try? JSONDecoder().decode(Batch.self, from: Data(record)) else {
      throw .unavailable
    }
    return batch
  }
}
