import Dispatch
import Glibc
import Synchronization
package import Wire

/// A worker's end of the pipe to its suite.
///
/// Serves both directions: replies to the suite's calls, and calls back to what the suite holds, such as a record
/// log. **Frames leave whole:** writers take turns.
package final class SuiteConnection: Sendable {
  private let input: Int32
  private let output: Int32
  private let writing = Mutex(())
  private let pending = Mutex(PendingCalls<Waiter>())

  /// What is told the answer to a call, or why there is none.
  private typealias Waiter = @Sendable (Result<Frame, any Error>) -> Void

  /// Uses two open descriptors.
  package init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// Calls the suite and waits for its answer.
  ///
  /// - Throws: ``SuiteRefusal`` when the suite does not serve the call, or ``FrameError`` when its answer has
  ///   another shape.
  package func call<Call: WireCall>(_ call: Call) async throws -> Call.Reply {
    let frame = try await withCheckedThrowingContinuation { waiter in
      start(call) { waiter.resume(with: $0) }
    }
    return try reply(to: call, in: frame)
  }

  /// Calls the suite and waits for its answer, or until the task is cancelled.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled, and what ``call(_:)`` throws.
  package func callUntilCancelled<Call: WireCall>(_ call: Call) async throws -> Call.Reply {
    let (answers, answer) = AsyncThrowingStream.makeStream(of: Frame.self)
    start(call) { result in
      answer.yield(with: result)
      answer.finish()
    }
    for try await frame in answers { return try reply(to: call, in: frame) }
    throw CancellationError()
  }

  /// Calls the suite and blocks the thread until it answers.
  ///
  /// For the synchronous requirements of the provided protocols. Replies arrive on a thread of their own, so one
  /// comes even while every thread of the cooperative pool waits like this.
  package func callBlocking<Call: WireCall>(_ call: Call) throws -> Call.Reply {
    let answered = DispatchSemaphore(value: 0)
    let answer = Mutex<Result<Frame, any Error>?>(nil)
    start(call) { result in
      answer.withLock { $0 = result }
      answered.signal()
    }
    answered.wait()
    guard let result = answer.withLock({ $0 }) else {
      preconditionFailure("an answer was signalled")
    }
    return try reply(to: call, in: try result.get())
  }

  /// Calls the suite, which must serve the call; if it does not, the worker says so and ends.
  package func served<Call: WireCall>(_ call: Call) async -> Call.Reply {
    do { return try await self.call(call) } catch { fatalError("\(error)") }
  }

  /// Sends a call and notes who is told the answer.
  private func start(_ call: some WireCall, _ waiter: @escaping Waiter) {
    let id = pending.withLock { $0.add(waiter) }
    do { send(try Frame.call(call, id: id)) } catch {
      pending.withLock { $0.take(id) }?(.failure(error))
    }
  }

  /// Reads the reply out of a frame that answers a call.
  private func reply<Call: WireCall>(to call: Call, in frame: Frame) throws -> Call.Reply {
    if case .refusal(let reason) = frame.kind { throw SuiteRefusal(reason: reason) }
    return try frame.reply(as: Call.Reply.self)
  }

  /// Hands a reply to the call that waits for it; a reply nobody waits for is dropped.
  package func deliver(_ frame: Frame) {
    pending.withLock { $0.take(frame.id) }?(.success(frame))
  }

  /// Reads frames until the suite closes the pipe or sends something that is no frame.
  ///
  /// A pipe that was closed on this side is the submission's doing and not the suite's: the process then stays until
  /// the suite ends it, which sees the other pipe closed.
  package func receive(_ handle: (Frame) -> Void) {
    var buffer = FrameBuffer()
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
    defer { piece.deallocate() }
    while true {
      let count = read(input, piece.baseAddress, piece.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { while true { pause() } }
      guard count > 0 else { return }
      buffer.append(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      do {
        while let frame = try buffer.next() { handle(frame) }
      } catch { return }
    }
  }

  /// Refuses a call.
  package func send(refusal reason: String, to id: Int) {
    if let bytes = try? Frame.refusal(reason, id: id) { send(bytes) }
  }

  /// Writes one frame; a suite that is gone ends the process, since nobody is left to serve.
  package func send(_ bytes: [UInt8]) {
    writing.withLock { _ in
      bytes.withUnsafeBytes { buffer in
        var rest = buffer[...]
        while !rest.isEmpty {
          let part = UnsafeRawBufferPointer(rebasing: rest)
          let count = write(output, part.baseAddress, part.count)
          if count < 0 && errno == EINTR { continue }
          guard count > 0 else { _exit(0) }
          rest = rest.dropFirst(count)
        }
      }
    }
  }
}
