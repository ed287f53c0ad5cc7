import Dispatch
import Synchronization

extension Peer {
  /// Calls the peer and blocks the thread until it answers.
  ///
  /// For the synchronous requirements of the provided protocols; a call takes some twenty microseconds. Answers arrive
  /// on a thread of their own, so one comes even while every thread of the cooperative pool waits like this.
  ///
  /// - Throws: What ``start(_:_:)`` gives or ``failure(of:)`` makes of the answer.
  package func call<Call: WireCall>(_ call: Call) throws -> Call.Reply {
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

  /// Calls the peer and waits for its answer without blocking a thread.
  ///
  /// - Throws: What ``start(_:_:)`` gives or ``failure(of:)`` makes of the answer.
  package func call<Call: WireCall>(_ call: Call) async throws -> Call.Reply {
    let frame = try await withCheckedThrowingContinuation { continuation in
      start(call) { continuation.resume(with: $0) }
    }
    return try reply(to: call, in: frame)
  }

  /// Calls the peer for a remote object, blocking the thread; the object's answer is a stand-in once the peer has broken.
  ///
  /// For requirements that cannot throw; see ``answer(after:otherwise:)``.
  package func answer<Call: WireCall>(
    to call: Call, otherwise standIn: @autoclosure () -> Call.Reply
  ) -> Call.Reply {
    do { return try self.call(call) } catch { return answer(after: error, otherwise: standIn) }
  }

  /// Calls the peer for a remote object without blocking a thread; the object's answer is a stand-in once the peer has
  /// broken.
  package func answer<Call: WireCall>(
    to call: Call, otherwise standIn: @autoclosure () -> Call.Reply
  ) async -> Call.Reply {
    do { return try await self.call(call) } catch {
      return answer(after: error, otherwise: standIn)
    }
  }

  /// Calls the peer for a remote object and waits for its answer, or until the task is cancelled.
  ///
  /// The peer is not told that nobody waits any more; its answer is dropped. A cancelled task gets the stand-in.
  package func answerUntilCancelled<Call: WireCall>(
    to call: Call, otherwise standIn: @autoclosure () -> Call.Reply
  ) async -> Call.Reply {
    let (answers, answer) = AsyncStream.makeStream(of: Result<Frame, any Error>.self)
    start(call) { result in
      answer.yield(result)
      answer.finish()
    }
    for await result in answers {
      do { return try reply(to: call, in: try result.get()) } catch {
        return self.answer(after: error, otherwise: standIn)
      }
    }
    return standIn()
  }

  /// Reads the reply out of a frame that answers a call.
  private func reply<Call: WireCall>(to call: Call, in frame: Frame) throws -> Call.Reply {
    if case .refusal(let reason) = frame.kind { throw failure(of: .refusal(reason: reason)) }
    do throws(FrameError) { return try frame.reply(as: Call.Reply.self) } catch {
      throw failure(of: .malformed(error, method: Call.method))
    }
  }
}
