/// What can go wrong between a caller and a storage medium.
///
/// The three cases differ in what the caller knows afterward, and that is what decides whether it
/// may simply try again.
public enum StorageFault: Error, Hashable, Codable, Sendable {
  /// The write was attempted and is certainly not stored.
  case notWritten

  /// The write may or may not be stored: the acknowledgement was lost.
  case outcomeUnknown

  /// The medium is down; nothing was attempted.
  case unavailable
}
