import EventStoreConformance
import Grading
import SuiteSupport
import Testing

/// What the log's faults and the end of the process leave behind.
@Suite("Faults and restarts", .exercise(.ledger))
struct DurabilityBehaviours {
  private let bench = LedgerBench()

  @Test(
    "A batch is there as a whole or not at all, wherever the log ends or fails",
    .behaviour(
      "B7", points: 6,
      hint: """
        One record is all or nothing, two records are not. The process may end between any two of \
        them, and half a decision never happened.
        """))
  func atomicity() async throws {
    try await bench.checkBatchesAreWhole()
  }

  @Test(
    "A batch that is sent again after an uncertain or failed append is stored exactly once",
    .behaviour(
      "B12", points: 7,
      hint: """
        After an unknown outcome the record may be in the log though you were told otherwise. Only \
        the log knows: ask it, before anything else is written.
        """))
  func retries() async throws {
    try await bench.checkRetries()
  }

  @Test(
    """
    A store that is opened again holds everything that was acknowledged and goes on counting where \
    it was
    """,
    .behaviour(
      "B17", points: 7,
      hint: """
        Everything in memory is gone; what is not in the log was never stored. The last record is \
        as good as any other, and no version or position is given twice, not even after an unknown \
        outcome.
        """))
  func reopening() async throws {
    try await bench.checkReopening()
    try await bench.checkCrashes()
  }

  @Test(
    "Nothing is readable, and no append returns, before the log has stored it",
    .behaviour(
      "B18", points: 5,
      hint: """
        First the log, then the memory, then the answer. Who reads an event that is still being \
        written may act on something that never happens.
        """))
  func nothingEarly() async throws {
    try await bench.checkNothingIsReadEarly()
  }

  @Test(
    "A log that is down is reported as unavailable, and the store works when it is up again",
    .behaviour(
      "B24", points: 3, isOpen: true,
      hint: "Nothing was attempted, so nothing is uncertain: the next append is like any other."))
  func outages() async throws {
    try await bench.checkOutages()
  }
}
