/// One line of what a suite process reports, as JSON on its standard output, in this order.
package enum SuiteRecord: Codable, Sendable {
  /// An exercise's behaviours, before any of them runs.
  case planned(Catalogue)
  /// One behaviour that has ended.
  case finished(BehaviourResult)
  /// The suite itself is wrong; nothing it reported counts.
  case broke(reason: String)
  /// The run is over. A report without it is of a suite process that died.
  case ended
}
