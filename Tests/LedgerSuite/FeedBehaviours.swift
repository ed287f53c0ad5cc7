import EventStoreConformance
import Grading
import SuiteSupport
import Testing

/// How readers follow all events.
@Suite("The feed of all events", .exercise(.ledger))
struct FeedBehaviours {
  private let bench = LedgerBench()

  @Test(
    "The feed follows the order of commits over all streams, whatever the timestamps say",
    .behaviour(
      "B14", points: 3,
      hint: """
        The order in which events were stored is the only order there is. Streams and timestamps \
        are facts about an event, not its place.
        """))
  func order() async throws {
    try await bench.checkCommitOrder()
  }

  @Test(
    "A walk with any limit meets every event once and is told truthfully when it has caught up",
    .behaviour(
      "B15", points: 3,
      hint: """
        The position passed in has been read already. A page may be full and nevertheless the last \
        one; beyond the end a page is empty, and its next is where the reader was.
        """))
  func walks() async throws {
    try await bench.checkWalks()
  }

  @Test(
    "A filter lets only its types through, and next passes the events that were skipped",
    .behaviour(
      "B16", points: 4,
      hint: """
        Filter first, then count. A reader whose next is the last event it got comes back to the \
        same skipped events again and again.
        """))
  func filters() async throws {
    try await bench.checkFilters()
  }

  @Test(
    """
    A wait ends at once if an event is there, else with the next commit to any stream, for every \
    waiter, or when it is cancelled, and not before
    """,
    .behaviour(
      "B19", points: 5,
      hint: """
        Looking and lying down to wait must be one step: what is committed in between wakes nobody. \
        Wake everyone, and let each see whether it was for him. Who is cancelled waits no longer.
        """))
  func waiting() async throws {
    try await bench.checkWaiting()
    try await bench.checkWaitingOverHeldLog()
  }

  @Test(
    "A reader who catches up while a writer is busy meets every event once, in order",
    .behaviour(
      "B20", points: 4, isOpen: true,
      hint: """
        Between the last page and the wait an event may be committed. It is after the reader's \
        position, so the wait has to end.
        """))
  func catchUp() async throws {
    try await bench.checkCatchUp()
    try await bench.checkCatchUpOverHeldLog()
  }
}
