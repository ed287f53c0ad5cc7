/// How a process ended.
package enum Termination: Hashable, Codable, Sendable {
  /// It ended itself.
  case exited(status: Int)
  /// A signal ended it.
  case signalled(Int)
  /// It never ran, since its jail could not be made.
  case notJailed
  /// Nobody knows: its host could not start it, or ended before it; the reason is a clause.
  case abandoned(reason: String)

  /// Reads the status word of `wait`.
  init(waitStatus: Int32) {
    let signal = Int(waitStatus & 0x7f)
    self = signal == 0 ? .exited(status: Int(waitStatus >> 8 & 0xff)) : .signalled(signal)
  }

  /// How a jailed program ended, from how the program ended that made the jail.
  ///
  /// - Parameter report: What that one reported; it names an exit code exactly if the jail was complete.
  func insideJail(report: [UInt8]) -> Termination {
    // A signal from outside ends the whole jail.
    guard case .exited(let status) = self else { return self }
    guard String(decoding: report, as: UTF8.self).contains("\"exit-code\"") else {
      return .notJailed
    }
    return status > 128 ? .signalled(status - 128) : self
  }
}
