import Synchronization

/// The methods that one side serves to a peer, by name.
package final class MethodTable<Caller: Peer>: Sendable {
  /// Serves one call: reads its argument from the frame and gives the bytes of the reply.
  enum Method: Sendable {
    /// In a task of its own.
    case inTask(@Sendable (Frame, Caller) async throws -> [UInt8])
    /// On the thread that reads what the peer sends.
    case atOnce(@Sendable (Frame) throws -> [UInt8])
  }

  private let methods = Mutex<[String: Method]>([:])

  /// A table without methods.
  package init() {}

  /// Serves a method from now on, in place of one that had the name.
  func add(_ method: Method, named name: String) {
    methods.withLock { $0[name] = method }
  }

  /// The method of a name, if it is served.
  subscript(name: String) -> Method? {
    methods.withLock { $0[name] }
  }
}

/// The call named a method that is not served.
package struct UnknownMethod: Error, Sendable {}
