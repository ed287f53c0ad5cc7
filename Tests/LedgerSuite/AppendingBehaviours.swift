import EventStoreConformance
import Grading
import SuiteSupport
import Testing

/// When an append happens, and what is left of it when it does not.
@Suite("Expectations and refusals", .exercise(.ledger))
struct AppendingBehaviours {
  private let bench = LedgerBench()

  @Test(
    "An append happens exactly if its expectation holds for the stream",
    .behaviour(
      "B4", points: 6,
      hint: """
        Versions are counts: a stream of three events has version 3. Go through the table for a \
        stream that is there and one that is not; other streams play no part.
        """))
  func expectations() async throws {
    try await bench.checkExpectations()
  }

  @Test(
    "A conflict tells the expectation as given and the stream's actual version",
    .behaviour(
      "B5", points: 2, isOpen: true,
      hint: """
        Whoever loses wants to know how far the stream has come. Give the expectation back as it \
        was put, even if another one means the same.
        """))
  func conflicts() async throws {
    try await bench.checkConflictFacts()
  }

  @Test(
    "A refused or failed append leaves no trace, and its identifiers may be used later",
    .behaviour(
      "B6", points: 6,
      hint: """
        Nothing may change before the log has taken the record: no event, no version, no position \
        and no memory of identifiers.
        """))
  func noTrace() async throws {
    try await bench.checkRefusalsLeaveNoTrace()
    try await bench.checkFailuresLeaveNoTrace()
  }

  @Test(
    "An empty batch writes nothing, creates no stream and returns the current version",
    .behaviour(
      "B22", points: 1, isOpen: true,
      hint: "There is no last event whose position could be told, so the position is the start."))
  func emptyBatch() async throws {
    try await bench.checkEmptyBatch()
  }

  @Test(
    "An identical batch gets its first receipt again and is not stored twice",
    .behaviour(
      "B11", points: 6,
      hint: """
        The answer to the first attempt may have been lost, so the writer asks again and is told \
        the same, whatever is expected by now. A store that was opened again must remember, too.
        """))
  func repeats() async throws {
    try await bench.checkRepeats()
  }

  @Test(
    "Any other use of a known identifier is refused, and nothing of the batch is stored",
    .behaviour(
      "B13", points: 5,
      hint: """
        A part of a batch, a batch and more, another order, another stream, one identifier twice: \
        none of them is a repeat. Appending only what is new would tear a batch apart.
        """))
  func reuses() async throws {
    try await bench.checkReuses()
  }
}
