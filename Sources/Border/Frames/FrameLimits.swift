/// What a frame may cost the side that receives it.
package struct FrameLimits: Sendable {
  /// The largest JSON text of one frame, in bytes.
  package var bytes: Int
  /// The deepest nesting of arrays and objects in one frame.
  package var depth: Int

  /// Sets both limits.
  package init(bytes: Int, depth: Int) {
    self.bytes = bytes
    self.depth = depth
  }

  /// Limits far above what any suite needs and far below what hurts the receiver.
  package static let standard = FrameLimits(bytes: 8 << 20, depth: 64)
}
