import Grading
import Sandbox

/// A submission's process that was started, with the suite's ends of its pipes.
///
/// **Whoever starts one lets it go** with ``letGo()``, which ends it.
struct WorkerProcess: Sendable {
  /// The process.
  let process: HostedProcess
  /// Where the suite writes.
  let input: Descriptor
  /// Where the process answers.
  let output: Descriptor
  /// Where it prints.
  let error: Descriptor
  /// What its host can do to it and it to its host.
  var isolation: Isolation { pool.isolation }
  private let host: WorkerHost
  private let pool: HostPool

  /// Starts a process of a submission by a host out of a pool.
  init(from pool: HostPool) throws(SystemError) {
    let standardInput = try StreamPipe()
    let standardOutput = try StreamPipe()
    let standardError = try StreamPipe()
    input = standardInput.writing
    output = standardOutput.reading
    error = standardError.reading
    for end in [input, output, error] { try end.setNonBlocking() }
    self.pool = pool
    (host, process) = try pool.start(
      input: standardInput.reading, output: standardOutput.writing, error: standardError.writing)
    for end in [standardInput.reading, standardOutput.writing, standardError.writing] {
      end.closeNow()
    }
  }

  /// Ends the process and gives its host back, or ends that too if it does not know how the process ended.
  func letGo() {
    if case .abandoned = process.end() { host.end() } else { pool.giveBack(host) }
  }

  /// What the host has said of why it cannot go on.
  var wordsOfHost: String { host.lastWords }
}
