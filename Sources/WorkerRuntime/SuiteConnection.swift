package import Border
import Glibc
import Synchronization

/// A worker's end of the pipe to its suite.
///
/// Serves both directions: replies to the suite's calls, and calls back to what the suite holds, such as a record
/// log. **Frames leave whole:** writers take turns.
package final class SuiteConnection: Peer {
  /// Traps: a suite makes its objects itself.
  package static var current: SuiteConnection {
    preconditionFailure("what the suite has handed in cannot be created anew")
  }

  package let methods = MethodTable<SuiteConnection>()
  package let held = HeldObjects()

  private let input: Int32
  private let output: Int32
  private let writing = Mutex(())
  private let pending = Mutex(
    PendingCalls<@Sendable (Result<Frame, any Error>) -> Void>())

  /// Uses two open descriptors.
  package init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// Sends a call and notes who is told the answer.
  package func start(
    _ call: some WireCall, _ end: @escaping @Sendable (Result<Frame, any Error>) -> Void
  ) {
    let id = pending.withLock { $0.add(end) }
    do { send(try Frame.call(call, id: id)) } catch {
      pending.withLock { $0.take(id) }?(.failure(error))
    }
  }

  /// A refusal of the suite's is a ``SuiteRefusal``, an answer of another shape the ``FrameError`` that it is.
  package func failure(of answer: UselessAnswer) -> any Error {
    switch answer {
    case .refusal(let reason): SuiteRefusal(reason: reason)
    case .malformed(let error, method: _): error
    }
  }

  /// Ends the worker, which says why: the suite must serve what it lends.
  package func answer<Reply>(after error: any Error, otherwise standIn: () -> Reply) -> Reply {
    fatalError("\(error)")
  }

  /// Hands a frame to whom it concerns: runs a call, and tells an answer to the call that waits for it.
  ///
  /// An answer nobody waits for is dropped.
  package func take(_ frame: Frame) {
    if case .call(let name) = frame.kind { return run(frame, calling: name) }
    pending.withLock { $0.take(frame.id) }?(.success(frame))
  }

  /// Reads frames until the suite closes the pipe or sends something that is no frame.
  ///
  /// A pipe that was closed on this side is the submission's doing and not the suite's: the process then stays until
  /// the suite ends it, which sees the other pipe closed.
  package func receive() {
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
        while let frame = try buffer.next() { take(frame) }
      } catch { return }
    }
  }

  /// Refuses a call, with the reason.
  package func decline(_ frame: Frame, calling method: String, since error: any Error) {
    let reason =
      error is UnknownMethod ? "this worker has no method \(method)" : "\(error)"
    if let bytes = try? Frame.refusal(reason, id: frame.id) { send(bytes) }
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
