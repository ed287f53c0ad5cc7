import EventStoreConformance
import Grading
import SuiteSupport
import Testing

/// What holds when several writers come at once.
@Suite("Several writers", .exercise(.ledger))
struct ConcurrencyBehaviours {
  private let bench = LedgerBench()

  @Test(
    "Of several writers who expect the same version exactly one succeeds, the others conflict",
    .behaviour(
      "B8", points: 8,
      hint: """
        An actor runs one piece of code at a time, but at every await it lets others in. What you \
        checked before the log was written need not be so afterwards.
        """))
  func oneWinner() async throws {
    try await bench.checkOneWinner()
    try await bench.checkOneWinnerOverHeldLog()
  }

  @Test(
    """
    Writers who expect nothing all succeed, with gapless versions and each one's own order kept
    """,
    .behaviour(
      "B9", points: 4,
      hint: """
        A writer who does not care about the version still needs one of his own. Two appends that \
        count from the same version end up in the same place.
        """))
  func everyone() async throws {
    try await bench.checkEveryoneSucceeds()
    try await bench.checkEveryoneSucceedsOverHeldLog()
  }

  @Test(
    "Appends to different streams at once do not conflict",
    .behaviour(
      "B10", points: 3,
      hint: "Every stream has a version of its own; the number of all events is none of them."))
  func neighbours() async throws {
    try await bench.checkStreamsDoNotConflict()
    try await bench.checkStreamsDoNotConflictOverHeldLog()
  }
}
