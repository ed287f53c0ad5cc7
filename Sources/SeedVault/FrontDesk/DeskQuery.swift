/// What can be asked at the front desk.
public enum DeskQuery: Hashable, Codable, Sendable {
  /// Asks for the present figures of the lot.
  case figures

  /// Asks for the figures after the first so many facts; 0 asks for those before the first fact.
  case figuresAsOf(version: Int)

  /// Asks for every change of the seeds on hand, oldest first.
  case movements

  /// Asks how many tests ever made had a permille below this number.
  case testsBelow(permille: Int)
}
