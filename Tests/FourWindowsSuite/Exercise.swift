package import Grading

extension ExerciseSpecification {
  /// Unit 3: four projections, and the runner that carries them along.
  package static let fourWindows = ExerciseSpecification(
    name: "FourWindows",
    requires: [
      .init("Cards", conformingTo: "LotProjection"),
      .init("Availability", conformingTo: "LotProjection"),
      .init("Watchlist", conformingTo: "LotProjection"),
      .init("Requests", conformingTo: "LotProjection"),
      .init("Runner", conformingTo: "ProjectionRunner"),
    ],
    services: """
      .fourWindows(cards: Cards.self, availability: Availability.self, \
      watchlist: Watchlist.self, requests: Requests.self, runner: Runner.self)
      """)
}
