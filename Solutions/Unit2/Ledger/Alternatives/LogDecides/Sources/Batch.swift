import EventSourcing
import FoundationEssentials

/// A wish that was written down: the order of the log decides whether it comes true.
struct Batch: Codable {
  /// Where to.
  var stream: StreamID
  /// What.
  var events: [NewEvent]
  /// When, by the writer's word.
  var recordedAt: Timestamp
  /// What must be so at its place in the log.
  var expecting: ExpectedVersion

  /// The wish as bytes, always the same for the same wish.
  func encoded() throws(StorageFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let json = try? encoder.encode(self) else { throw .notWritten }
    return Array(json)
  }

  /// The wish in some bytes.
  static func decoded(from record: [UInt8]) throws(StorageFault) -> Batch {
    guard let batch = try? JSONDecoder().decode(Batch.self, from: Data(record)) else {
      throw .unavailable
    }
    return batch
  }
}
