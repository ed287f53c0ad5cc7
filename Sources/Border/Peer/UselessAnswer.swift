/// An answer that answers nothing.
package enum UselessAnswer: Sendable {
  /// The peer has not served the call, for a reason of its own.
  case refusal(reason: String)
  /// The peer has answered a method with a value of another type, or with no JSON at all.
  case malformed(FrameError, method: String)
}
