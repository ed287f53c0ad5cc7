import CQRS
import EventChain
import EventSourcing
package import Gradebook

extension Registrar {
  /// Every taking of the gradebook, from the read model, brought up to date first.
  package func takings() async throws -> [TakingSummary] {
    try await onReadModels {
      let position = try await standingsRunner.catchUp()
      return try await StandingsDesk(views: views).ask(.all, freshness: .atLeast(position)).view
        ?? []
    }
  }

  /// The learners of the gradebook, each once, sorted.
  package func learners() async throws -> [String] {
    try await takings().map(\.taking.learner).reduce(into: []) { learners, learner in
      if learners.last != learner { learners.append(learner) }
    }
  }

  /// Discards every read model and makes it anew from the events.
  package func rebuildViews() async throws {
    _ = try await onReadModels { try await standingsRunner.rebuild() }
  }

  /// What carries the read model of standings along.
  private var standingsRunner: any ProjectionRunner {
    CheckpointedRunner(
      StandingsProjection(codec: GradebookCodec<AnyGradebookEvent>()), feed: store, views: views,
      batch: 2_000)
  }

  /// Runs an operation on the read models, and says so if an event stands in its way.
  private func onReadModels<Value: Sendable>(
    _ operation: () async throws -> Value
  ) async throws(RegistrarError) -> Value {
    try await StoreFaults.collecting { () async throws(RegistrarError) in
      do {
        return try await operation()
      } catch ProjectionError.poison(let position, let reason) {
        throw eventError(at: position, reason: reason)
      } catch {
        throw gradebookError()
      }
    }
  }

  /// What is said of an event that cannot be understood.
  func eventError(at position: GlobalPosition, reason: String) -> RegistrarError {
    RegistrarError(
      .gradebook,
      "The event at position \(position.rawValue) cannot be understood (\(reason)).",
      remedy: .examineGradebook)
  }
}
