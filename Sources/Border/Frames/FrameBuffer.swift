/// Cuts a stream of bytes into frames, whatever the sizes of the pieces it arrives in.
///
/// **It never holds more than one frame of the limit plus one piece:** a longer announcement is refused from its
/// four length bytes alone.
package struct FrameBuffer: Sendable {
  private let limits: FrameLimits
  private var bytes: [UInt8] = []
  private var start = 0

  /// An empty buffer.
  package init(limits: FrameLimits = .standard) {
    self.limits = limits
  }

  /// How many bytes it holds, those of frames already given out included.
  package var heldBytes: Int { bytes.count }

  /// Whether bytes of an unfinished frame are waiting.
  package var isMidFrame: Bool { start < bytes.count }

  /// Takes the next piece of the stream.
  package mutating func append(_ piece: some Collection<UInt8>) {
    // What was given out is dropped here and not frame by frame, so that small frames cost no copying.
    bytes.removeFirst(start)
    start = 0
    bytes.append(contentsOf: piece)
  }

  /// The next whole frame, or `nil` until more bytes arrive.
  ///
  /// - Throws: ``FrameError`` when what is next is not a frame; the stream is of no use after that.
  package mutating func next() throws(FrameError) -> Frame? {
    guard bytes.count - start >= 4 else { return nil }
    let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    guard length <= limits.bytes else { throw .tooLarge(bytes: length, limit: limits.bytes) }
    guard bytes.count - start - 4 >= length else { return nil }
    let text = Array(bytes[start + 4..<start + 4 + length])
    start += 4 + length
    return try Frame(parsing: text, limits: limits)
  }
}
