import EventSourcing
import FoundationEssentials

/// What one record holds: an event, or the mark that the events right before it belong together.
enum Entry: Codable {
  /// An event that counts as soon as a mark follows.
  case event(NewEvent, StreamID, Timestamp)
  /// So many events before this one are a batch.
  case commit(count: Int)

  /// The entry as bytes.
  func encoded() throws(StorageFault) -> [UInt8] {
    guard let json = try? JSONEncoder().encode(self) else { throw .notWritten }
    return Array(json)
  }

  /// The entry in some bytes.
  static func decoded(from record: [UInt8]) throws(StorageFault) -> Entry {
    guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(record)) else {
      throw .unavailable
    }
    return entry
  }
}
