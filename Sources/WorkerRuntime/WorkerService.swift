package import Wire

/// What a worker can do for its suite with one of a submission's types.
///
/// There is one static factory per provided protocol, in `Services`.
public struct WorkerService: Sendable {
  /// Serves one call: reads its argument from the frame and gives the bytes of the reply.
  package typealias Method = @Sendable (Frame, SuiteConnection) async throws -> [UInt8]

  /// The methods by name.
  package private(set) var methods: [String: Method] = [:]

  /// A service without methods.
  package init() {}

  /// Adds the method of one call.
  package mutating func on<Call: WireCall>(
    _ call: Call.Type,
    _ body: @escaping @Sendable (Call, SuiteConnection) async throws -> Call.Reply
  ) {
    methods[Call.method] = { frame, connection in
      let argument = try frame.body(as: Call.self)
      return try Frame.reply(try await body(argument, connection), id: frame.id)
    }
  }

  /// Adds the method of one call that needs nothing from the suite.
  package mutating func on<Call: WireCall>(
    _ call: Call.Type, _ body: @escaping @Sendable (Call) async throws -> Call.Reply
  ) {
    on(call) { argument, _ in try await body(argument) }
  }
}
