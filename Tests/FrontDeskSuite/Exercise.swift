package import Grading

extension ExerciseSpecification {
  /// Unit 1: commands, events and queries; a row that forgets and facts that do not.
  package static let frontDesk = ExerciseSpecification(
    name: "FrontDesk",
    requires: [
      .init("CardSorter", conformingTo: "MessageSorter"),
      .init("RowDesk", conformingTo: "FrontDesk"),
      .init("FactDesk", conformingTo: "FrontDesk"),
    ],
    services:
      ".messageSorter(CardSorter.self), .frontDesks(row: RowDesk.self, facts: FactDesk.self)")
}
