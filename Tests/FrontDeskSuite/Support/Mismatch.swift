import SeedVault
import SuiteSupport

/// What a submission did on a history that the specification does not allow.
struct Mismatch<Value: Equatable & Sendable>: Sendable {
  /// The facts up to where it showed.
  var given: [LotEvent]
  /// What was asked.
  var when: String
  /// What the specification demands.
  var expected: Value
  /// What the submission answered.
  var got: Value
}

/// Looks for a mismatch on random histories, and reports it on the smallest one that shows it.
///
/// - Parameters:
///   - seeds: The seeds of the histories.
///   - mismatch: Runs one history, from new desks on, and gives the first mismatch.
/// - Throws: ``CheckFailure`` when there is one.
func checkHistories<Value>(
  seeds: Range<UInt64>, _ mismatch: ([LotEvent]) async -> Mismatch<Value>?
) async throws(CheckFailure) {
  for seed in seeds {
    let history = LotHistory(seed: seed)
    guard var found = await mismatch(history.facts) else { continue }
    // Leaves out one fact after another as long as the mismatch stays; every round but the last
    // makes the history shorter.
    var facts = history.facts
    var index = 0
    while index < facts.count {
      var fewer = facts
      fewer.remove(at: index)
      fewer = LotHistory(mending: fewer).facts
      if fewer.count < facts.count, let again = await mismatch(fewer) {
        (facts, found, index) = (fewer, again, 0)
      } else {
        index += 1
      }
    }
    try check(
      found.got, equals: found.expected, given: found.given, when: "\(found.when) (seed \(seed))")
  }
}
