/// What can be asked at the front desk.
public enum DeskQuery: Hashable, Codable, Sendable {
  /// Asks for the present figures of the lot.
  case figures

  /// Asks for the figures after the first so many facts.
  case figuresAsOf(version: Int)

  /// Asks for every change of the seeds on hand.
  case movements

  /// Asks how many tests ever made had fewer than so many permille.
  case testsBelow(permille: Int)
}
