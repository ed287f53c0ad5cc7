import EventStoreConformance
import Grading
import SuiteSupport
import Testing

/// How events come back from their streams.
@Suite("Reading streams", .exercise(.ledger))
struct ReadingBehaviours {
  private let bench = LedgerBench()

  @Test(
    """
    Events come back with identifier, type, schema, payload, metadata and the moment given, in \
    order, with versions from 1
    """,
    .behaviour(
      "B1", points: 3,
      hint: """
        A store hands back what it was given, to the last digit and the last key. The moment of \
        recording is an argument too, and whole numbers are not to pass through a Double.
        """))
  func roundTrip() async throws {
    try await bench.checkEventsComeBack()
  }

  @Test(
    """
    A read begins with the version asked for, respects its limit, and always tells the version of \
    the whole stream
    """,
    .behaviour(
      "B2", points: 2, isOpen: true,
      hint: """
        The first version asked for is part of the answer. The version in the answer is that of \
        the stream, not of the last event that happens to be in the slice.
        """))
  func slices() async throws {
    try await bench.checkSlices()
  }

  @Test(
    "A stream that nobody has written to is empty, with version 0",
    .behaviour(
      "B3", points: 1, isOpen: true,
      hint: "A stream that is not there is no error: to its first writer it is an empty stream."))
  func unknownStream() async throws {
    try await bench.checkUnknownStream()
  }

  @Test(
    "Every text is a stream of its own, whatever it looks like",
    .behaviour(
      "B21", points: 2, isOpen: true,
      hint: "A stream's name is only ever compared as a whole: lot-1 is no part of lot-10."))
  func names() async throws {
    try await bench.checkStreamNames()
  }

  @Test(
    "A recorded event never changes, also when its identifier comes again with other content",
    .behaviour(
      "B23", points: 2,
      hint: """
        A batch is recognized by its stream and identifiers. What comes with them the second time \
        is not looked at, and certainly not stored.
        """))
  func permanence() async throws {
    try await bench.checkRecordedEventsStay()
  }
}
