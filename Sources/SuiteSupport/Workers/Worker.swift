package import Border
import Foundation
import Glibc
import Grading
import Sandbox
import Synchronization

/// A learner's process, seen from the suite: makes calls into it and serves the calls it makes back.
///
/// Several calls may be in flight; each has a deadline. **Everything that comes from the process is hostile:** it is
/// limited in size and depth, decoded into closed types, and a process that breaks the rules is ended. The first
/// fault is kept, and every later call fails with it.
///
/// A thread of the worker's own reads the pipe, so that deadlines hold even while suites block every thread of the
/// cooperative pool in synchronous calls.
package final class Worker: Peer {
  /// The fresh worker of the running behaviour.
  @TaskLocal static var scoped: Worker?

  private let origin: WorkerProcess
  private var process: HostedProcess { origin.process }
  private var input: Descriptor { origin.input }
  private var output: Descriptor { origin.output }
  private var error: Descriptor { origin.error }
  private let writing = Mutex(())
  private let deadline: ContinuousClock.Instant
  private let callLimit: Duration
  private let state = Mutex(State())
  package let methods = MethodTable<Worker>()
  package let held = HeldObjects()

  private struct State {
    var calls = PendingCalls<Waiter>()
    var fault: WorkerFault?
    var isFinished = false
    var answers = 0
  }

  /// Who waits for an answer, and until when.
  private struct Waiter: Sendable {
    var deadline: ContinuousClock.Instant
    var resume: @Sendable (Result<Frame, any Error>) -> Void
  }

  /// Begins to use a process that nobody has used yet.
  ///
  /// - Parameters:
  ///   - process: The process.
  ///   - limits: What a call may cost.
  ///   - deadline: When the behaviour must be over; no call outlives it.
  init(_ worker: WorkerProcess, limits: Limits, until deadline: ContinuousClock.Instant) {
    origin = worker
    self.deadline = deadline
    callLimit = .seconds(limits.callSeconds)
    Thread.detachNewThread { [self] in receive() }
  }

  /// The worker of the running behaviour; only there in a test that is a behaviour.
  package static var current: Worker {
    guard let scoped else { preconditionFailure("a submission is reached from a behaviour") }
    return scoped
  }

  /// Starts another process of the same submission, with nothing kept from any before it.
  package static func fresh() throws -> Worker {
    guard let scope = BehaviourScope.current else {
      preconditionFailure("a submission is reached from a behaviour")
    }
    return try scope.startWorker()
  }

  /// How the worker broke, if it did.
  package var fault: WorkerFault? { state.withLock { $0.fault } }

  /// Whether the process has answered any call.
  var hasAnswered: Bool { state.withLock { $0.answers > 0 } }

  // MARK: - Calls into the worker

  /// Sends a call, whose end is told no later than when its deadline has passed.
  package func start(
    _ call: some WireCall, _ end: @escaping @Sendable (Result<Frame, any Error>) -> Void
  ) {
    let deadline = min(ContinuousClock.now + callLimit, deadline)
    let outcome: Result<Int, WorkerFault> = state.withLock { state in
      if let fault = state.fault { return .failure(fault) }
      return .success(state.calls.add(Waiter(deadline: deadline, resume: end)))
    }
    switch outcome {
    case .failure(let fault): end(.failure(fault))
    case .success(let id):
      guard let bytes = try? Frame.call(call, id: id) else {
        preconditionFailure("calls are made of plain values and always encode")
      }
      send(bytes, until: deadline)
    }
  }

  /// An answer that answers nothing is a fault of the worker's.
  package func failure(of answer: UselessAnswer) -> any Error {
    switch answer {
    case .refusal(let reason): fail(.brokeProtocol("refused a call: \(reason.prefix(200))"))
    case .malformed(_, let method): fail(.brokeProtocol("answered \(method) with something else"))
    }
  }

  /// A stand-in for what a broken worker does not answer.
  ///
  /// It reaches no verdict: the fault outweighs whatever a check makes of it.
  package func answer<Reply>(after error: any Error, otherwise standIn: () -> Reply) -> Reply {
    standIn()
  }

  // MARK: - Calls from the worker

  /// Sends an answer to a call of the worker's.
  package func send(_ answer: [UInt8]) {
    send(answer, until: deadline)
  }

  /// A call that nobody serves, or with an argument of another type, is a fault; any other is refused.
  package func decline(_ frame: Frame, calling method: String, since error: any Error) {
    if error is UnknownMethod {
      fail(.brokeProtocol("called \(method.prefix(100)), which the suite does not serve"))
    } else if error is FrameError {
      fail(.brokeProtocol("called \(method.prefix(100)) with something else"))
    } else if let bytes = try? Frame.refusal("\(error)", id: frame.id) {
      send(bytes)
    }
  }

  // MARK: - The end

  /// Ends the process when the behaviour is over, after everything it had to say has arrived.
  ///
  /// Called once.
  func finish() {
    if hasAnswered && fault == nil { _ = answer(to: Ping(), otherwise: Nothing()) }
    state.withLock { $0.isFinished = true }
    origin.letGo()
  }

  /// Keeps a fault if it is the first, ends the process and everybody's wait.
  ///
  /// - Returns: The first fault.
  @discardableResult
  private func fail(_ verdict: Verdict, lastWords: String? = nil) -> WorkerFault {
    let (fault, waiters) = state.withLock { state in
      let fault = state.fault ?? WorkerFault(verdict, lastWords: lastWords)
      if !state.isFinished { state.fault = fault }
      return (fault, state.calls.takeAll())
    }
    process.end()
    for waiter in waiters { waiter.resume(.failure(fault)) }
    return fault
  }

  // MARK: - The pipe

  /// Writes one frame, waiting for a slow reader no longer than until the deadline.
  private func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) {
    writing.withLock { _ in
      bytes.withUnsafeBytes { buffer in
        var rest = buffer[...]
        while !rest.isEmpty {
          let part = UnsafeRawBufferPointer(rebasing: rest)
          let count = write(input.rawValue, part.baseAddress, part.count)
          if count >= 0 {
            rest = rest.dropFirst(count)
          } else if errno == EAGAIN {
            let left = (deadline - .now).milliseconds
            // The reading thread sees the deadline of the call too, and ends its wait.
            if left <= 0 { return }
            var entry = pollfd(fd: input.rawValue, events: Int16(POLLOUT), revents: 0)
            poll(&entry, 1, Int32(clamping: min(left, 50)))
          } else if errno != EINTR {
            // The process is gone; the reading thread learns how.
            return
          }
        }
      }
    }
  }

  /// Reads until the process ends, breaks a rule or a deadline.
  private func receive() {
    var frames = FrameBuffer()
    var words = LastWords()
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    var isListening = true
    while true {
      // A negative number is left out of the wait: an end that stays closed would end every wait at once.
      var entries = [output.rawValue, isListening ? error.rawValue : -1, process.endWatch].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      poll(&entries, nfds_t(entries.count), 25)
      if isListening && entries[1].revents != 0 {
        let printed = read(error.rawValue, &piece, piece.count)
        if printed > 0 { words.append(piece[..<printed]) }
        isListening = printed != 0
      }
      let count = entries[0].revents == 0 ? -1 : read(output.rawValue, &piece, piece.count)
      if count > 0 {
        frames.append(piece[..<count])
        do throws(FrameError) {
          while let frame = try frames.next() { take(frame) }
        } catch {
          fail(.brokeProtocol(error.description))
          return
        }
      } else if count == 0 || entries[2].revents != 0 {
        // Its end counts, and not that of the pipe: something it started may hold that open.
        return ended(&words, &piece)
      }
      let now = ContinuousClock.now
      let late = state.withLock { state in
        state.calls.takeAll { $0.deadline <= now }
      }
      if !late.isEmpty {
        let fault = fail(.timedOut)
        for waiter in late { waiter.resume(.failure(fault)) }
        return
      }
      if state.withLock({ $0.fault != nil }) { return }
    }
  }

  /// Finds out how the process ended, or why it has closed its pipe.
  private func ended(_ words: inout LastWords, _ piece: inout [UInt8]) {
    let endedByItself = process.endsByItself(within: 500)
    let termination = process.end()
    // Bounded, since what it left behind may go on printing.
    for _ in 0..<16 {
      let count = read(error.rawValue, &piece, piece.count)
      guard count > 0 else { break }
      words.append(piece[..<count])
    }
    guard endedByItself else {
      fail(.brokeProtocol("closed its end of the pipe"))
      return
    }
    switch termination {
    case .exited(let status): fail(.exited(status: status))
    case .notJailed: abandoned("its jail could not be made")
    case .abandoned(let reason): abandoned(reason)
    case .signalled(Int(SIGXCPU)): fail(.timedOut)
    case .signalled(let signal):
      let verdict: Verdict = words.tellOfMemory ? .outOfMemory : .crashed(signal: signal)
      fail(verdict, lastWords: words.message)
    }
  }

  /// Finds out whose fault it is that nobody knows how the process ended.
  ///
  /// In a jail, a worker cannot reach its host (see `host.c`), so that is the grader's or the machine's. Without one it
  /// can, and the benefit of the doubt would be worth a try.
  private func abandoned(_ reason: String) {
    switch origin.isolation {
    case .unconfined: fail(.brokeProtocol("ended the process that had started it"))
    case .bubblewrap:
      fail(.graderFault("A worker is lost: \(reason). \(origin.wordsOfHost)"))
    }
  }

  /// Hands a frame to whom it concerns.
  private func take(_ frame: Frame) {
    if case .call(let name) = frame.kind { return run(frame, calling: name) }
    let waiter = state.withLock { state in
      let waiter = state.calls.take(frame.id)
      if waiter != nil { state.answers += 1 }
      return waiter
    }
    if let waiter {
      waiter.resume(.success(frame))
    } else {
      fail(.brokeProtocol("answered a call that was never made"))
    }
  }
}
