import PlainText

/// The end of what a worker wrote to standard error, of which a trap's message is shown to the learner.
struct LastWords {
  private static let limit = 8 << 10
  private var bytes: [UInt8] = []

  /// Takes the next piece and forgets what is too old.
  mutating func append(_ piece: some Collection<UInt8>) {
    bytes.append(contentsOf: piece.suffix(Self.limit))
    if bytes.count > 2 * Self.limit { bytes.removeFirst(bytes.count - Self.limit) }
  }

  /// Whether the runtime said that it could not get memory.
  var tellOfMemory: Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return [
      "failed to allocate", "Could not allocate memory", "out of memory", "std::bad_alloc",
      "Cannot allocate memory",
    ]
    .contains { text.contains($0) }
  }

  /// The last line that tells of a fatal error, safe to show and of bounded length.
  var message: String? {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .last { $0.contains("Fatal error") || $0.contains("fatal error") }
      .map { String($0.prefix(300)).printable }
  }
}
