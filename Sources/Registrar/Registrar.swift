package import Assessment
import CQRS
import EventChain
package import EventSourcing
import Gradebook
import Grading

/// The office that keeps the gradebook of a course: every use case over it, as functions of values.
///
/// **It knows no store and no front**: it works over any event store, and whoever calls prints what it returns. Every
/// change is an ``Act`` of somebody's, whose events are stored before anything is returned.
package struct Registrar: Sendable {
  /// The course.
  package let course: Course
  /// Its questions.
  let questions: QuestionFiles
  /// The gradebook.
  let gradebook: GradebookStores
  /// The present time.
  let now: @Sendable () -> Timestamp
  /// A number that nobody can foresee.
  let randomNumber: @Sendable () -> UInt64

  /// The events of the gradebook.
  var store: any EventStore { gradebook.events }
  /// The read models and how far they have come.
  var views: any ViewStore { gradebook.views }

  /// Opens the office.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - gradebook: The gradebook.
  ///   - now: The present time.
  ///   - randomNumber: A number that nobody can foresee.
  package init(
    course: Course, gradebook: GradebookStores, now: @escaping @Sendable () -> Timestamp,
    randomNumber: @escaping @Sendable () -> UInt64
  ) {
    self.course = course
    questions = QuestionFiles(of: course)
    self.gradebook = gradebook
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
    try await onGradebook { try await gateway(to: decider).history(of: stream).state }
  }

  /// An act of an identity that nobody has.
  ///
  /// - Parameter actor: Who acts, for the record.
  package func newAct(by actor: String) -> Act {
    Act(by: actor, checked: hexadecimal(randomNumber()) + hexadecimal(randomNumber()))
  }

  /// Carries out the command of an act that the present state of a stream asks for.
  ///
  /// - Parameters:
  ///   - act: The act.
  ///   - step: Which command of the act it is; `nil` for its main one.
  ///   - stream: The stream.
  ///   - decider: The rules.
  ///   - command: Gives the command for a state, or `nil` if there is nothing to do; not asked if the act has been carried
  ///     out, and asked anew after a conflict.
  /// - Throws: ``RegistrarError`` of the kind `refused` with the rules' own words, or `gradebook`; what `command` throws.
  @discardableResult
  func carryOut<D: Decider>(
    _ act: Act, _ step: String? = nil, on stream: StreamID, under decider: D,
    command: (D.State) throws -> D.Command?
  ) async throws -> CarriedOut<D> where D.Event: GradebookEvent {
    let context = DecisionContext(
      commandID: step.map { act.id(of: $0, on: stream) } ?? act.id, now: now(), actor: act.actor)
    return try await StoreFaults.collecting { () async throws in
      do {
        return try await gateway(to: decider).carryOut(context, on: stream, command: command)
      } catch let error as GatewayError<D.Rejection> {
        if case .refused(let rejection) = error,
          let rejection = rejection as? any GradebookRejection
        {
          throw RegistrarError(.refused, rejection)
        }
        throw gradebookError()
      } catch let fault as CommandFault {
        guard case .identityReused = fault else { throw fault }
        throw RegistrarError(.refused, fault.description)
      }
    }
  }

  /// Carries out a command of an act, whatever the present state.
  @discardableResult
  func send<D: Decider>(
    _ command: D.Command, as act: Act, _ step: String? = nil, to stream: StreamID,
    under decider: D
  ) async throws -> CarriedOut<D> where D.Event: GradebookEvent {
    try await carryOut(act, step, on: stream, under: decider) { _ in command }
  }

  /// What an act has done on a stream already, and the state then; else the present state.
  func outcome<D: Decider>(
    of act: Act, on stream: StreamID, under decider: D
  ) async throws -> CarriedOut<D> where D.Event: GradebookEvent {
    try await carryOut(act, on: stream, under: decider) { _ in nil }
  }

  /// Runs an operation on the gradebook, whatever its error says.
  ///
  /// - Throws: ``RegistrarError`` of the kind `gradebook`, with what the store has to say of this operation.
  func onGradebook<Value: Sendable>(
    _ operation: () async throws -> Value
  ) async throws(RegistrarError) -> Value {
    try await StoreFaults.collecting { () async throws(RegistrarError) in
      do { return try await operation() } catch { throw gradebookError() }
    }
  }

  /// What is said when the gradebook cannot be used; within ``onGradebook(_:)`` with the words of its store.
  func gradebookError() -> RegistrarError {
    StoreFaults.last.map { RegistrarError(.gradebook, "\($0)") }
      ?? RegistrarError(
        .gradebook, "The gradebook cannot be used now. Nothing was changed; try again.",
        remedy: .tryAgainOrExamineGradebook)
  }

  /// Sixteen hexadecimal digits.
  func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
