/// How a suite process ended.
package enum SuiteEnding: Hashable, Sendable {
  /// By itself.
  case completed
  /// At the limit that the scheme sets for one exercise; the submission was too slow.
  case overran
  /// In any other way, as a clause: `died of signal 4`.
  case died(String)
}
