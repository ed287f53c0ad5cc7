extension Peer {
  /// Serves one method to the peer, each call in a task of its own.
  ///
  /// The body is given the peer, so that what it makes can call back.
  package func serve<Call: WireCall>(
    _ call: Call.Type, _ body: @escaping @Sendable (Call, Self) async throws -> Call.Reply
  ) {
    methods.add(
      .inTask { frame, peer in
        let argument = try frame.body(as: Call.self)
        return try Frame.reply(try await body(argument, peer), id: frame.id)
      }, named: Call.method)
  }

  /// Serves one method to the peer that needs nothing from it, each call in a task of its own.
  package func serve<Call: WireCall>(
    _ call: Call.Type, _ body: @escaping @Sendable (Call) async throws -> Call.Reply
  ) {
    serve(call) { argument, _ in try await body(argument) }
  }

  /// Serves one method to the peer, on the thread that reads what the peer sends.
  ///
  /// For what takes no time and may be called while this side blocks a thread in a call of its own: an answer then
  /// needs none of the threads that tasks share.
  package func serveAtOnce<Call: WireCall>(
    _ call: Call.Type, _ body: @escaping @Sendable (Call) throws -> Call.Reply
  ) {
    methods.add(
      .atOnce { frame in try Frame.reply(try body(try frame.body(as: Call.self)), id: frame.id) },
      named: Call.method)
  }

  /// Runs a call of the peer's and sends the answer.
  package func run(_ frame: Frame, calling name: String) {
    switch methods[name] {
    case .inTask(let body):
      Task {
        do { send(try await body(frame, self)) } catch {
          decline(frame, calling: name, since: error)
        }
      }
    case .atOnce(let body):
      do { send(try body(frame)) } catch { decline(frame, calling: name, since: error) }
    case nil:
      decline(frame, calling: name, since: UnknownMethod())
    }
  }
}
