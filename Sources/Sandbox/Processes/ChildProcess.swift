import CSandbox
import Glibc
import Synchronization

/// A started process, leader of a session of its own, so that it and what it starts can be ended together.
///
/// **Whoever starts one ends it** with ``end()``, on every path; that also reaps it.
package final class ChildProcess: Sendable {
  /// The process's number.
  package let id: Int32
  private let watch: Descriptor
  private let jailStatus: StreamPipe?
  private let termination = Mutex<Termination?>(nil)

  /// Starts a program with three descriptors as its standard streams and no other.
  package init(
    starting program: ProcessSpecification, input: Descriptor, output: Descriptor,
    error: Descriptor
  ) throws(SystemError) {
    jailStatus = program.jailStatus
    id = try ProcessTable.shared.start(program, input: input, output: output, error: error)
    jailStatus?.writing.closeNow()
    let number = csandbox_pidfd(id)
    let code = errno
    watch = Descriptor(number)
    guard number >= 0 else {
      end()
      throw SystemError("watch \(program.executable)", code: code)
    }
  }

  /// Becomes readable when the process ends.
  package var endWatch: Int32 { watch.rawValue }

  /// Whether the process ends by itself within some milliseconds; ends nothing and reaps nothing.
  package func endsByItself(within milliseconds: Int32) -> Bool {
    watch.isReadable(within: milliseconds)
  }

  /// Ends the process, if it still runs, and all of its session.
  ///
  /// Safe to call more than once and from several threads; every call gives the same answer.
  @discardableResult
  package func end() -> Termination {
    termination.withLock { termination in
      if let termination { return termination }
      // The process is not reaped yet, so its number still names its session and nothing else.
      kill(-id, SIGKILL)
      kill(id, SIGKILL)
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0 && errno == EINTR {}
      ProcessTable.shared.ended(id)
      var result = Termination(waitStatus: status)
      if let jailStatus {
        var report = [UInt8](repeating: 0, count: 4 << 10)
        let count = read(jailStatus.reading.rawValue, &report, report.count)
        result = result.insideJail(report: Array(report.prefix(max(count, 0))))
      }
      termination = result
      return result
    }
  }
}
