/// Why bytes from the other side are not a frame.
///
/// After one of these a stream cannot be trusted again.
package enum FrameError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The announced length is over the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// Arrays and objects nest deeper than the limit.
  case tooDeep(limit: Int)
  /// The sender speaks another version of the protocol.
  case unknownVersion(Int)
  /// The text is not a JSON object with the members of a frame.
  case malformed

  /// The reason as a clause, for use after "the worker".
  package var description: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "announced a frame of \(bytes) bytes; the limit is \(limit)"
    case .tooDeep(let limit):
      "sent a frame nested deeper than \(limit) levels"
    case .unknownVersion(let version):
      "spoke version \(version) of the protocol; this grader speaks \(Frame.version)"
    case .malformed:
      "sent bytes that are not a frame"
    }
  }
}
