import CQRS
import EventChain
import EventSourcing
package import Gradebook
import Running

extension Registrar {
  /// Every taking of the gradebook, from the read model, brought up to date first.
  package func takings() async throws -> [TakingSummary] {
    try await StoreFaults.collecting {
      do {
        let position = try await standingsRunner.catchUp()
        return try await StandingsDesk(views: views).ask(.all, freshness: .atLeast(position)).view
          ?? []
      } catch { throw readModelError(error) }
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
    try await StoreFaults.collecting {
      do { _ = try await standingsRunner.rebuild() } catch { throw readModelError(error) }
    }
  }

  /// What carries the read model of standings along.
  private var standingsRunner: any ProjectionRunner {
    CheckpointedRunner(
      StandingsProjection(codec: GradebookCodec<AnyGradebookEvent>()), feed: store, views: views,
      batch: 2_000)
  }

  /// What is said when a read model cannot be used.
  private func readModelError(_ error: any Error) -> RegistrarError {
    if case ProjectionError.poison(let position, let reason) = error {
      return eventError(at: position, reason: reason)
    }
    return gradebookError()
  }

  /// What is said of an event that cannot be understood.
  func eventError(at position: GlobalPosition, reason: String) -> RegistrarError {
    RegistrarError(
      .gradebook,
      "The event at position \(position.rawValue) cannot be understood (\(reason)). Check the "
        + "gradebook with `grader gradebook verify`.")
  }
}
