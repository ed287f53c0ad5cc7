import CSandbox
import Glibc

/// A started host of a submission's workers, which starts each of them by forking.
///
/// Starting a program in a jail takes longer than most behaviours; forking one that is there and warm takes a
/// millisecond. **No code of the submission runs in the host**, and **it has one worker at a time**, so that each is
/// as alone as in a jail of its own; see `host.c`.
///
/// **Whoever starts one ends it** with ``end()``.
package final class WorkerHost: Sendable {
  private let process: ChildProcess
  private let control: Descriptor
  private let words: Descriptor

  /// Starts a host, which takes a while to get ready; nobody need wait for it.
  ///
  /// - Parameter program: The host's program in its jail; see ``Jail/confining(host:)``.
  package init(starting program: ProcessSpecification) throws(SystemError) {
    let (ours, theirs) = try Descriptor.socketPair(keepingMessages: true)
    let words = try StreamPipe()
    process = try ChildProcess(
      starting: program, input: theirs, output: words.writing, error: words.writing)
    theirs.closeNow()
    words.writing.closeNow()
    try words.reading.setNonBlocking()
    control = ours
    self.words = words.reading
  }

  /// Starts a worker with three descriptors as its streams.
  ///
  /// **The worker before it must have ended.** That this one could not be started is told at its end.
  package func start(
    input: Descriptor, output: Descriptor, error: Descriptor
  ) throws(SystemError) -> HostedProcess {
    let (ours, theirs) = try Descriptor.socketPair(keepingMessages: false)
    let descriptors = [input, output, error, theirs].map(\.rawValue)
    try posix("ask a worker's host for a worker") {
      csandbox_send_descriptors(control.rawValue, 1, descriptors, descriptors.count)
    }
    return HostedProcess(leash: ours)
  }

  /// What the host, or the maker of its jail, has said of why it cannot go on.
  package var lastWords: String {
    var bytes = [UInt8](repeating: 0, count: 4 << 10)
    let count = read(words.rawValue, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }

  /// Ends the host and with it its worker.
  ///
  /// **Nothing of them runs any more when this returns.** The host is asked first: a jail that is killed takes some
  /// milliseconds to die.
  package func end() {
    control.closeNow()
    _ = process.endsByItself(within: 5_000)
    process.end()
  }
}
