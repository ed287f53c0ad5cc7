import Border
import Synchronization

/// One side's view of another in the same process: frames go from hand to hand, without a pipe.
///
/// What is served in a task runs in one, what is served at once runs where it is called. **Once broken, a peer answers
/// no call any more,** and remote objects answer with their stand-ins.
final class MemoryPeer: Peer {
  /// Why there is no answer.
  enum Fault: Error, Equatable {
    case broken
    case refused(String)
    case malformed(method: String)
  }

  private struct State {
    var other: MemoryPeer?
    var calls = PendingCalls<@Sendable (Result<Frame, any Error>) -> Void>()
    var isBroken = false
    var faults: [Fault] = []
  }

  let methods = MethodTable<MemoryPeer>()
  let held = HeldObjects()
  private let state = Mutex(State())

  /// Two sides of a border.
  static func pair() -> (MemoryPeer, MemoryPeer) {
    let (one, two) = (MemoryPeer(), MemoryPeer())
    one.state.withLock { $0.other = two }
    two.state.withLock { $0.other = one }
    return (one, two)
  }

  /// There is no such peer in a test.
  static var current: MemoryPeer { preconditionFailure("a test says where an object is made") }

  /// Every fault that a remote object has passed over, in order.
  var faults: [Fault] { state.withLock { $0.faults } }

  /// Ends every wait, now and from now on, and lets go of the other side.
  func breakOff() {
    let waiting = state.withLock { state in
      state.isBroken = true
      state.other = nil
      return state.calls.takeAll()
    }
    for end in waiting { end(.failure(Fault.broken)) }
  }

  func start(_ call: some WireCall, _ end: @escaping @Sendable (Result<Frame, any Error>) -> Void) {
    let id = state.withLock { $0.isBroken ? nil : $0.calls.add(end) }
    guard let id else { return end(.failure(Fault.broken)) }
    guard let bytes = try? Frame.call(call, id: id) else { preconditionFailure("calls encode") }
    send(bytes)
  }

  func send(_ bytes: [UInt8]) {
    state.withLock { $0.other }?.receive(bytes)
  }

  func decline(_ frame: Frame, calling method: String, since error: any Error) {
    let reason = error is UnknownMethod ? "no \(method)" : "\(error)"
    if let bytes = try? Frame.refusal(reason, id: frame.id) { send(bytes) }
  }

  func failure(of answer: UselessAnswer) -> any Error {
    switch answer {
    case .refusal(let reason): Fault.refused(reason)
    case .malformed(_, let method): Fault.malformed(method: method)
    }
  }

  func answer<Reply>(after error: any Error, otherwise standIn: () -> Reply) -> Reply {
    if let fault = error as? Fault { state.withLock { $0.faults.append(fault) } }
    return standIn()
  }

  /// Takes the bytes of one frame from the other side.
  private func receive(_ bytes: [UInt8]) {
    var buffer = FrameBuffer()
    buffer.append(bytes)
    guard let frame = try? buffer.next() else { preconditionFailure("peers send frames") }
    if case .call(let name) = frame.kind { return run(frame, calling: name) }
    state.withLock { $0.calls.take(frame.id) }?(.success(frame))
  }
}
