import Grading
import Sandbox
import Synchronization

/// The hosts of one submission's workers.
///
/// **A host has one worker at a time**, and a behaviour that has several at once has a host for each. So no two
/// workers of a behaviour share anything that belongs to a host, such as the seed of hash values. A host whose workers
/// are all over, and told how, is lent again.
final class HostPool: Sendable {
  /// How many hosts are started before anybody asks: as many as behaviours commonly begin at once.
  private static let size = 2

  /// The level of isolation that the hosts are under.
  let isolation: Isolation
  private let program: HostProgram
  private let jail: any Jail
  private let state = Mutex(State())

  private struct State {
    var idle: [WorkerHost] = []
    var isClosed = false
  }

  /// A pool that starts its first hosts at once.
  ///
  /// - Throws: ``JailError`` when this machine cannot jail them.
  init(for submission: SuiteRequest.Submission) throws(JailError) {
    isolation = submission.isolation
    jail = try isolation.jail()
    program = HostProgram(
      executable: submission.host, library: submission.library, readable: submission.readable,
      preloads: submission.preloads, processorSeconds: submission.limits.workerProcessorSeconds,
      memoryMegabytes: submission.limits.workerMegabytes)
    // One that cannot be started is not missed here: whoever needs it tries again, and learns why.
    for _ in 0..<Self.size {
      if let host = try? WorkerHost(starting: try jail.confining(host: program)) { giveBack(host) }
    }
  }

  /// Lends a host that has no worker, and starts one by it.
  func start(
    input: Descriptor, output: Descriptor, error: Descriptor
  ) throws(SystemError) -> (WorkerHost, HostedProcess) {
    // The last one given back is the one whose memory is at hand. One that has ended meanwhile is passed over.
    while let host = state.withLock({ $0.idle.popLast() }) {
      if let process = try? host.start(input: input, output: output, error: error) {
        return (host, process)
      }
      host.end()
    }
    let host = try WorkerHost(starting: try jail.confining(host: program))
    do throws(SystemError) {
      return (host, try host.start(input: input, output: output, error: error))
    } catch {
      host.end()
      throw error
    }
  }

  /// Takes back a host whose worker has ended.
  func giveBack(_ host: WorkerHost) {
    let isClosed = state.withLock { state in
      if !state.isClosed { state.idle.append(host) }
      return state.isClosed
    }
    if isClosed { host.end() }
  }

  /// Ends every host that is not lent, and each of the others when it is given back.
  func close() {
    let idle = state.withLock { state in
      state.isClosed = true
      defer { state.idle = [] }
      return state.idle
    }
    for host in idle { host.end() }
  }
}
