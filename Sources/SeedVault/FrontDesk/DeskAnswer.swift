/// What the front desk can answer.
public enum DeskAnswer: Hashable, Codable, Sendable {
  /// The figures asked for.
  case figures(LotFigures)

  /// The signed changes of the seeds on hand, oldest first.
  case movements([Int])

  /// A number of tests.
  case count(Int)

  /// The desk does not know, or there is no such thing.
  case unanswerable
}
