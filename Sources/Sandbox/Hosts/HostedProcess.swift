import CSandbox
import Glibc
import Synchronization

/// A worker that a host has started.
///
/// **Whoever starts one ends it** with ``end()``, on every path; the host reaps it.
package final class HostedProcess: Sendable {
  /// Where the host tells the end, and sees ours.
  private let leash: Descriptor
  private let termination = Mutex<Termination?>(nil)

  /// Watches over the process at the other end of a leash.
  init(leash: Descriptor) {
    self.leash = leash
  }

  /// Becomes readable when the process has ended and is reaped.
  package var endWatch: Int32 { leash.rawValue }

  /// Whether the process ends by itself within some milliseconds; ends nothing.
  package func endsByItself(within milliseconds: Int32) -> Bool {
    leash.isReadable(within: milliseconds)
  }

  /// Ends the process, if it still runs, and waits until it is reaped.
  ///
  /// Safe to call more than once and from several threads; every call gives the same answer.
  @discardableResult
  package func end() -> Termination {
    termination.withLock { termination in
      if let termination { return termination }
      shutdown(leash.rawValue, Int32(SHUT_WR))
      let result = report()
      termination = result
      return result
    }
  }

  /// Reads what the host tells.
  ///
  /// The host waits for nothing but this, so one that takes long is as good as gone.
  private func report() -> Termination {
    var end = csandbox_end()
    let size = MemoryLayout<csandbox_end>.size
    guard leash.isReadable(within: 30_000),
      withUnsafeMutableBytes(of: &end, { read(leash.rawValue, $0.baseAddress, size) }) == size
    else { return .abandoned(reason: "its host ended") }
    switch end.kind {
    case 1: return Termination(waitStatus: end.value)
    default: return .abandoned(reason: "its host could not start it: \(errorText(end.value))")
    }
  }

  /// The operating system's words for an error.
  private func errorText(_ code: Int32) -> String { String(cString: strerror(code)) }
}
