import Glibc
import Wire

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
    var life = WorkerService()
    life.on(Ping.self) { _ in Nothing() }
    let methods = services.reduce(into: life.methods) { methods, service in
      methods.merge(service.methods) { first, _ in first }
    }
    // A thread of its own: a submission that blocks every thread of the cooperative pool must not keep the
    // worker from noticing that the suite has gone.
    startThread {
      connection.receive { frame in
        serve(frame, with: methods, over: connection)
      }
      _exit(0)
    }
    while true {
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
    }
  }

  /// Runs one call in a task of its own, so that several may be in flight.
  static func serve(
    _ frame: Frame, with methods: [String: WorkerService.Method], over connection: SuiteConnection
  ) {
    guard case .call(let name) = frame.kind else { return connection.deliver(frame) }
    guard let method = methods[name] else {
      return connection.send(refusal: "this worker has no method \(name)", to: frame.id)
    }
    Task {
      do { connection.send(try await method(frame, connection)) } catch {
        connection.send(refusal: "\(error)", to: frame.id)
      }
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
