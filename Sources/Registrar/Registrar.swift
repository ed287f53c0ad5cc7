package import Assessment
package import CQRS
import EventChain
package import EventSourcing
import Gradebook
import Grading
import Running

/// The office that keeps the gradebook of a course: every use case over it, as functions of values.
///
/// **It knows no store and no front**: it works over any event store, and whoever calls prints what it returns. Every
/// change is a command to a decider, whose events are stored before anything is returned.
package struct Registrar: Sendable {
  /// The course.
  package let course: Course
  /// Its questions.
  let questions: QuestionFiles
  /// The events of the gradebook.
  let store: any EventStore
  /// The read models and how far they have come.
  let views: any ViewStore
  /// Who acts, for the record.
  let actor: String
  /// The present time.
  let now: @Sendable () -> Timestamp
  /// A number that nobody can foresee.
  let randomNumber: @Sendable () -> UInt64

  /// Opens the office.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - store: The events of the gradebook.
  ///   - views: The read models.
  ///   - actor: Who acts, for the record.
  ///   - now: The present time.
  ///   - randomNumber: A number that nobody can foresee.
  package init(
    course: Course, store: any EventStore, views: any ViewStore, actor: String,
    now: @escaping @Sendable () -> Timestamp, randomNumber: @escaping @Sendable () -> UInt64
  ) {
    self.course = course
    questions = QuestionFiles(of: course)
    self.store = store
    self.views = views
    self.actor = actor
    self.now = now
    self.randomNumber = randomNumber
  }

  /// How many conflicts one command may meet; as many processes as may ever act at once.
  private static let maxAttempts = 1_000

  /// A gateway to some rules.
  private func gateway<D: Decider>(to decider: D) -> StreamGateway<D>
  where D.Event: GradebookEvent {
    StreamGateway(
      decider, codec: GradebookCodec<D.Event>(), store: store, maxAttempts: Self.maxAttempts)
  }

  /// The state of a stream.
  func state<D: Decider>(
    of stream: StreamID, under decider: D
  ) async throws(RegistrarError) -> D.State where D.Event: GradebookEvent {
    try await StoreFaults.collecting { () async throws(RegistrarError) in
      do throws(GatewayError<D.Rejection>) {
        return try await gateway(to: decider).history(of: stream).state
      } catch { throw gradebookError() }
    }
  }

  /// Carries out a command.
  ///
  /// - Returns: The events that it stored, and the state after them.
  /// - Throws: ``RegistrarError`` of the kind `refused` with the rules' own words, or `gradebook`.
  @discardableResult
  func send<D: Decider>(
    _ command: D.Command, to stream: StreamID, under decider: D
  ) async throws(RegistrarError) -> (events: [D.Event], state: D.State)
  where D.Event: GradebookEvent {
    let id = CommandID(rawValue: "\(hexadecimal(randomNumber()))\(hexadecimal(randomNumber()))")
    let gateway = gateway(to: decider)
    return try await StoreFaults.collecting { () async throws(RegistrarError) in
      do throws(GatewayError<D.Rejection>) {
        _ = try await gateway.send(
          CommandEnvelope(
            stream: stream, command: command,
            context: DecisionContext(commandID: id, now: now(), actor: actor)))
        let history = try await gateway.history(of: stream)
        return (history.events[id] ?? [], history.state)
      } catch {
        if case .refused(let rejection) = error { throw RegistrarError(.refused, "\(rejection)") }
        throw gradebookError()
      }
    }
  }

  /// What is said when the gradebook cannot be used: the words of the operation's own fault, if it met one.
  func gradebookError() -> RegistrarError {
    RegistrarError(
      .gradebook,
      StoreFaults.last.map { "\($0)" }
        ?? "The gradebook cannot be used now. Nothing was changed; try again, and check it with "
        + "`grader gradebook verify`.")
  }

  /// Sixteen hexadecimal digits.
  func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
