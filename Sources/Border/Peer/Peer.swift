/// The other side of the border, as one side has it: what can be called, is served, and has objects held for it.
///
/// A suite's side of a worker is one, and a worker's side of its suite. A protocol's remote half calls over a peer and
/// its serving half serves to one, whichever side it is on. **How the two sides differ is said here and nowhere else:**
///
/// | | a suite's worker | a worker's suite |
/// |---|---|---|
/// | breaks | the first fault is kept, every remote object answers a stand-in | the process ends |
/// | calls something unknown | is a fault | is refused |
/// | ``current`` | the running behaviour's worker | traps |
package protocol Peer: AnyObject, Sendable {
  /// The peer at which an object is made when nobody says where.
  ///
  /// A worker makes no objects at its suite, so there it traps.
  static var current: Self { get }

  /// What this side serves to the peer.
  var methods: MethodTable<Self> { get }

  /// What this side holds for the peer.
  var held: HeldObjects { get }

  /// Sends a call without waiting for its end.
  ///
  /// - Parameter end: Told exactly once: the frame that answers the call, or why there is none.
  func start(_ call: some WireCall, _ end: @escaping @Sendable (Result<Frame, any Error>) -> Void)

  /// Sends the bytes of an answer to a call of the peer's.
  func send(_ answer: [UInt8])

  /// Answers a call of the peer's that this side does not serve.
  ///
  /// - Parameter error: Why: ``UnknownMethod``, a ``FrameError`` of its argument, or what the method threw.
  func decline(_ frame: Frame, calling method: String, since error: any Error)

  /// The error that an answer of the peer's amounts to which answers nothing.
  func failure(of answer: UselessAnswer) -> any Error

  /// What a remote object answers when its call has failed: a harmless stand-in, unless this side must not go on.
  func answer<Reply>(after error: any Error, otherwise standIn: () -> Reply) -> Reply
}
