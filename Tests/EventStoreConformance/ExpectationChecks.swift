import EventSourcing
import SuiteSupport

extension StoreBench {
  /// Checks every expectation against streams that are there and streams that are not.
  package func checkExpectations() async throws {
    let session = try await begin()
    let cases: [(expectation: ExpectedVersion, present: Bool, holds: Bool)] = [
      (.any, false, true), (.noStream, false, true), (.exact(0), false, true),
      (.streamExists, false, false), (.exact(1), false, false),
      (.any, true, true), (.streamExists, true, true), (.exact(3), true, true),
      (.noStream, true, false), (.exact(0), true, false), (.exact(2), true, false),
      (.exact(4), true, false),
    ]
    try await session.append(Batch("a", "b", "c", "d", "e", to: "lot-0"))
    for (index, test) in cases.enumerated() {
      let stream = StreamID(rawValue: "lot-\(index + 1)")
      func ids(_ names: String...) -> [EventID] { names.map { EventID(rawValue: "\(index)\($0)") } }
      if test.present { try await session.append(Batch(ids: ids("p", "q", "r"), to: stream)) }
      let batch = Batch(ids: ids("x", "y"), to: stream, expecting: test.expectation)
      if test.holds {
        try await session.append(batch)
      } else {
        try await session.append(batch, isRefused: "wrongExpectedVersion") { error in
          if case .wrongExpectedVersion = error { true } else { false }
        }
      }
    }
    try await session.checkContents()
  }

  /// Checks that a conflict tells what was expected and what is.
  package func checkConflictFacts() async throws {
    let session = try await begin()
    try await session.append(Batch("a", "b", to: "lot-1"))
    try await session.append(Batch("x", "y", "z", to: "lot-2"))
    let conflicts: [(ExpectedVersion, StreamID, StreamVersion)] = [
      (.noStream, "lot-1", 2), (.exact(0), "lot-1", 2), (.exact(1), "lot-1", 2),
      (.exact(3), "lot-1", 2), (.exact(5), "lot-1", 2), (.exact(2), "lot-2", 3),
      (.streamExists, "lot-3", 0), (.exact(5), "lot-3", 0),
    ]
    for (expectation, stream, actual) in conflicts {
      try await session.append(
        Batch("c-1", "c-2", to: stream, expecting: expectation),
        isRefused: .wrongExpectedVersion(expected: expectation, actual: actual))
    }
    try await session.append(Batch("c-1", "c-2", to: "lot-1", expecting: .exact(2)))
    try await session.append(
      Batch("c-3", to: "lot-1", expecting: .exact(2)),
      isRefused: .wrongExpectedVersion(expected: .exact(2), actual: 4))
  }

  /// Checks that a refused append leaves nothing behind, not even its identifiers.
  package func checkRefusalsLeaveNoTrace() async throws {
    var session = try await begin()
    try await session.append(Batch("a", "b", to: "lot-1"))
    try await session.append(
      Batch("x", "y", to: "lot-1", expecting: .exact(1)),
      isRefused: .wrongExpectedVersion(expected: .exact(1), actual: 2))
    try await session.append(
      Batch("x", "y", to: "lot-2", expecting: .streamExists),
      isRefused: .wrongExpectedVersion(expected: .streamExists, actual: 0))
    try await session.append(
      Batch("z", "a", to: "lot-1"), isRefused: .eventIDReused("a"))
    try await session.checkContents()
    try await session.append(Batch("y", "x", to: "lot-2", expecting: .noStream))
    try await session.append(Batch("z", to: "lot-1", expecting: .exact(2)))
    try await session.checkContents()
    session = try await session.openedAgain()
    try await session.checkContents()
  }

  /// Checks that an empty batch changes nothing and tells the version.
  package func checkEmptyBatch() async throws {
    var session = try await begin()
    try await session.append(Batch("a", "b", to: "lot-1"))
    for (stream, expectation) in [
      ("lot-1", .any), ("lot-1", .exact(2)), ("lot-2", .any), ("lot-2", .noStream),
    ] as [(StreamID, ExpectedVersion)] {
      let receipt = try await session.append(Batch(ids: [], to: stream, expecting: expectation))
      try check(
        receipt.position, equals: .start, given: session.given,
        when: "an empty batch is appended to \(stream)")
    }
    try await session.checkContents()
    try await session.append(
      Batch("c", to: "lot-2", expecting: .streamExists),
      isRefused: .wrongExpectedVersion(expected: .streamExists, actual: 0))
    try await session.append(Batch("d", to: "lot-1", expecting: .exact(2)))
    session = try await session.openedAgain()
    try await session.checkContents()
  }
}

extension HeldStoreBench {
  /// Checks that a failed append leaves nothing behind, not even its identifiers.
  package func checkFailuresLeaveNoTrace() async throws {
    var session = try await begin()
    try await session.append(Batch("a", "b", to: "lot-1"))
    for fault in [StorageFault.notWritten, .unavailable] {
      let name = "\(fault)"
      let lost = [EventID(rawValue: "\(name)-1"), EventID(rawValue: "\(name)-2")]
      session.note("the log fails the next append with \(name)")
      session.medium.fail(skipping: 0, with: fault)
      try await session.append(Batch(ids: lost, to: "lot-1"), isRefused: .storage(fault))
      try await session.checkContents()
      let next = Batch(
        ids: [EventID(rawValue: "\(name)-3")], to: "lot-1",
        expecting: .exact(session.version(of: "lot-1")))
      try await session.append(next)
      let elsewhere = StreamID(rawValue: "lot-\(name)")
      try await session.append(Batch(ids: lost.reversed(), to: elsewhere, expecting: .noStream))
      try await session.checkContents()
    }
    session = try await session.openedAgain()
    try await session.checkContents()
  }
}
