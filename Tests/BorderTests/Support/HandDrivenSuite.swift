import Border
import Foundation
import Glibc
import Testing
import WorkerRuntime

/// The suite's end of two real pipes, driven by a test, with a worker's connection at the other.
///
/// Threads of its own read both pipes, so that a test never blocks the threads that tasks share. What the worker's side
/// writes to stays open until the process ends: a worker whose suite is gone ends its process.
final class HandDrivenSuite: Sendable {
  /// The worker's end.
  let worker: SuiteConnection
  /// Every frame from the worker, in order.
  let frames: AsyncThrowingStream<Frame, any Error>
  /// Yields once, when the worker's end has stopped to read.
  let ended: AsyncStream<Void>
  private let toWorker: Int32

  /// Opens the pipes and starts to serve.
  init(serving service: WorkerService? = nil) throws {
    let (workerInput, toWorker) = try Self.pipe()
    let (fromWorker, workerOutput) = try Self.pipe()
    self.toWorker = toWorker
    let worker = SuiteConnection(input: workerInput, output: workerOutput)
    service?.begin(worker)
    self.worker = worker
    let (frames, arrivals) = AsyncThrowingStream.makeStream(of: Frame.self)
    self.frames = frames
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    self.ended = ended
    Thread.detachNewThread {
      worker.receive()
      close(workerInput)
      end.yield()
      end.finish()
    }
    Thread.detachNewThread {
      var buffer = FrameBuffer()
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      do {
        while true {
          let count = read(fromWorker, &piece, piece.count)
          guard count > 0 else { break }
          buffer.append(piece.prefix(count))
          while let frame = try buffer.next() { arrivals.yield(frame) }
        }
        arrivals.finish()
      } catch { arrivals.finish(throwing: error) }
    }
  }

  /// Opens a pipe.
  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(Glibc.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  /// Sends bytes as they are; they must fit the pipe.
  func send(_ bytes: [UInt8]) {
    let count = bytes.withUnsafeBytes { write(toWorker, $0.baseAddress, $0.count) }
    #expect(count == bytes.count)
  }

  /// Sends a call.
  func call(_ call: some WireCall, id: Int) throws {
    send(try Frame.call(call, id: id))
  }

  /// Closes the suite's end, as a suite that has ended.
  func hangUp() {
    close(toWorker)
  }
}

/// Lets tasks through once it is open.
actor Gate {
  private var isOpen = false
  private var waiters: [CheckedContinuation<Void, Never>] = []

  /// Waits until the gate is open.
  func pass() async {
    if isOpen { return }
    await withCheckedContinuation { waiters.append($0) }
  }

  /// Opens the gate for good.
  func open() {
    isOpen = true
    for waiter in waiters { waiter.resume() }
    waiters = []
  }
}
