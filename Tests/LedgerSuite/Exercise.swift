package import Grading

extension ExerciseSpecification {
  /// Unit 2: an event store over a record log.
  package static let ledger = ExerciseSpecification(
    name: "Ledger", requires: [.init("Ledger", conformingTo: "LogBackedEventStore")],
    services: ".eventStore(Ledger.self)")
}
