import EventSourcing
import SuiteSupport

extension StoreBench {
  /// Checks that a batch that comes again gets its first receipt and is not stored again.
  package func checkRepeats() async throws {
    var session = try await begin()
    let batches = [
      Batch("a", to: "lot-1", expecting: .noStream),
      Batch("b", "c", "d", to: "lot-1", expecting: .exact(1)),
      Batch("x", "y", to: "lot-2"),
      Batch("e", "f", to: "lot-1", expecting: .exact(4)),
    ]
    var receipts: [AppendReceipt] = []
    for batch in batches { receipts.append(try await session.append(batch)) }
    for _ in 1...2 {
      for (batch, receipt) in zip(batches, receipts) {
        for expectation in [batch.expecting, .noStream, .exact(77)] {
          try await checkRepeat(batch.expecting(expectation), gets: receipt, in: session)
        }
      }
      try await session.checkContents()
      // The second round finds the batches on the medium only.
      session = try await session.reopened()
      try await session.checkContents()
    }
    try await session.append(Batch("g", to: "lot-1", expecting: .exact(6)))
    try await session.checkContents()
  }

  /// Checks the receipt of a batch that is there already.
  func checkRepeat(
    _ batch: Batch, gets receipt: AppendReceipt, in session: StoreSession<Self>
  ) async throws {
    let before = session.given
    let outcome = await session.attempt(batch)
    guard case .success(let got) = outcome, got == receipt else {
      try fail(
        expected: "\(describe(receipt)), as the first time", got: outcome.shown, given: before,
        when: "append \(batch.summary)")
    }
  }

  /// Checks that identifiers are not used again in any other way.
  package func checkReuses() async throws {
    var session = try await begin()
    try await session.append(Batch("a", "b", "c", to: "lot-1"))
    try await session.append(Batch("d", to: "lot-1"))
    try await session.append(Batch("x", to: "lot-2"))
    let reuses: [(batch: Batch, reused: Set<EventID>)] = [
      (Batch("a", "b", "c", to: "lot-2"), ["a", "b", "c"]),
      (Batch("a", "b", "c", to: "lot-3"), ["a", "b", "c"]),
      (Batch("d", to: "lot-2"), ["d"]),
      (Batch("a", "b", "c", "n-1", to: "lot-1"), ["a", "b", "c"]),
      (Batch("n-1", "a", "b", "c", to: "lot-1"), ["a", "b", "c"]),
      (Batch("c", "n-1", to: "lot-1"), ["c"]),
      (Batch("n-1", "x", to: "lot-1"), ["x"]),
      (Batch("a", "b", to: "lot-1"), ["a", "b"]),
      (Batch("b", "c", to: "lot-1"), ["b", "c"]),
      (Batch("a", to: "lot-1"), ["a"]),
      (Batch("c", "b", "a", to: "lot-1"), ["a", "b", "c"]),
      (Batch("a", "c", "b", to: "lot-1"), ["a", "b", "c"]),
      (Batch("a", "b", "c", "d", to: "lot-1"), ["a", "b", "c", "d"]),
      (Batch("n-1", "n-1", to: "lot-1"), ["n-1"]),
      (Batch("n-1", "n-2", "n-1", to: "lot-4"), ["n-1"]),
    ]
    for _ in 1...2 {
      for (batch, reused) in reuses {
        let names = reused.map(\.rawValue).sorted().joined(separator: ", ")
        try await session.append(batch, isRefused: "eventIDReused, naming one of \(names)") {
          if case .eventIDReused(let id) = $0 { reused.contains(id) } else { false }
        }
      }
      try await session.checkContents()
      session = try await session.reopened()
    }
    try await session.append(Batch("n-1", "n-2", to: "lot-4", expecting: .noStream))
    try await session.checkContents()
  }

  /// Checks that what was recorded stays as it is, whatever comes later.
  package func checkRecordedEventsStay() async throws {
    var session = try await begin()
    let first = Batch("a", "b", to: "lot-1", at: .in1971)
    let receipt = try await session.append(first)
    try await session.append(Batch("x", to: "lot-2"))
    try await session.checkContents()

    var forged = first
    forged.at = .in2970
    for index in forged.events.indices {
      forged.events[index].type = "lot.forged"
      forged.events[index].payload = .string("forged")
      forged.events[index].metadata = ["forged": "yes"]
    }
    try await checkRepeat(forged, gets: receipt, in: session)
    try await session.checkContents()
    forged.stream = "lot-2"
    try await session.append(forged, isRefused: "eventIDReused") {
      if case .eventIDReused = $0 { true } else { false }
    }
    for number in 1...2 {
      try await session.append(Batch(ids: [EventID(rawValue: "later-\(number)")], to: "lot-1"))
      try await session.checkContents()
    }
    session = try await session.openedAgain()
    try await session.checkContents()
    try await checkRepeat(forged.to("lot-1"), gets: receipt, in: session)
    try await session.checkContents()
  }
}

extension Batch {
  /// The same batch to another stream.
  fileprivate func to(_ stream: StreamID) -> Batch {
    var batch = self
    batch.stream = stream
    return batch
  }
}
