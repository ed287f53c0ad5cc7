/// How a process ended.
package enum Termination: Hashable, Codable, Sendable {
  /// It ended itself.
  case exited(status: Int)
  /// A signal ended it.
  case signalled(Int)

  /// Reads the status word of `wait`.
  init(waitStatus: Int32) {
    let signal = Int(waitStatus & 0x7f)
    self = signal == 0 ? .exited(status: Int(waitStatus >> 8 & 0xff)) : .signalled(signal)
  }
}
