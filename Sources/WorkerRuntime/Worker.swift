public import Border
import Glibc

/// The main program of a worker: serves a submission's types to the suite on the other side of the pipe.
///
/// The grader writes the worker's entry point, which names the submission's types:
///
/// ```swift
/// @main enum EntryPoint {
///   static func main() async { await Worker.serve(.lotRules(TarnholtRules.self)) }
/// }
/// ```
public enum Worker {
  /// Serves calls until the suite closes the pipe, then ends the process.
  ///
  /// Never returns.
  ///
  /// **The protocol has descriptors of its own** (`CSANDBOX_WORKER_INPUT` and `CSANDBOX_WORKER_OUTPUT`), so a submission
  /// that prints or reads standard input does not disturb it: what it prints goes to standard error.
  public static func serve(_ services: WorkerService...) async -> Never {
    let connection = SuiteConnection(input: 10, output: 11)
    for service in services { service.begin(connection) }
    connection.serve(Ping.self) { _ in Nothing() }
    // A thread of its own: a submission that blocks every thread of the cooperative pool must not keep the
    // worker from noticing that the suite has gone.
    startThread {
      connection.receive()
      _exit(0)
    }
    while true {
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
    }
  }

  /// Starts a thread that runs a body and is never joined.
  private static func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let started = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, Unmanaged.passRetained(Box(body)).toOpaque())
    precondition(started == 0, "the worker could not start its reading thread")
  }
}
