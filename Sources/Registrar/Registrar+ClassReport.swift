import Assessment
import CQRS
import EventChain
import EventSourcing
package import Gradebook
package import Grading
import Sandbox

extension Registrar {
  /// How the class does, folded from all events of the gradebook.
  ///
  /// It reads the events themselves and no read model: it is asked for seldom, and needs all that a read model would hold.
  ///
  /// - Parameter catalogues: The behaviours of the course's exercises, by name.
  /// - Throws: ``RegistrarError`` of the kind `gradebook`; an error of the course's files.
  package func classReport(catalogues: [String: Catalogue]) async throws -> ClassReport {
    try ClassReport(
      try await classRoll(),
      of: ClassReport.Course(
        scheme: course.scheme, catalogues: catalogues, reviewBank: try questions.reviewBank(),
        isolations: Isolation.allCases.map(\.rawValue)), at: now())
  }

  /// How many events are read at once.
  private static let page = 2_000

  /// The last taking of every learner.
  private func classRoll() async throws(RegistrarError) -> ClassRoll {
    let codec = GradebookCodec<AnyGradebookEvent>()
    var roll = ClassRoll()
    var position = GlobalPosition.start
    while true {
      let page = try await StoreFaults.collecting { () async throws(RegistrarError) in
        do throws(EventStoreError) {
          return try await store.page(
            after: position, limit: Self.page, types: AnyGradebookEvent.types)
        } catch { throw gradebookError() }
      }
      for stored in page.events {
        guard let taking = TakingID(of: stored.stream) else { continue }
        do throws(EvolutionError) {
          for event in try codec.decode(stored, mode: .tolerant) { roll.apply(event, of: taking) }
        } catch { throw eventError(at: stored.position, reason: "\(error)") }
      }
      if page.caughtUp { return roll }
      // A feed that says there is more and stays where it is would be asked for ever.
      guard page.next > position else { throw gradebookError() }
      position = page.next
    }
  }
}
