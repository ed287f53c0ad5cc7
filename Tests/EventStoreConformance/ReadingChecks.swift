import EventSourcing
import SuiteSupport

extension StoreBench {
  /// Checks that events come back exactly as they were appended, with versions in order.
  package func checkEventsComeBack() async throws {
    let session = try await begin()
    var rich = Batch("e-1", "e-2 ✓", "é/3", to: "lot-1", expecting: .noStream, at: .in2970)
    rich.events[0].schema = 7
    rich.events[0].metadata = ["causation": "c-1", "": "", "gärtner": "Jürgen \"J\" 🌾"]
    rich.events[1].type = "seed bank/Øl"
    rich.events[1].payload = .object([
      "null": .null, "yes": .bool(true), "no": .bool(false), "one": .int(1),
      "large": .int(9_007_199_254_740_993), "largest": .int(.max), "least": .int(.min),
      "fraction": .number(0.1), "text": .string("line\nbreak \u{1F331} \\ \""),
      "empty": .object([:]),
      "list": .array([.int(1), .string("1"), .array([]), .object(["deep": .array([.null])])]),
    ])
    rich.events[2].payload = .string("no object at all")
    try await session.append(rich)
    try await session.append(Batch("e-4", to: "lot-2", at: .in1971))
    try await session.append(Batch("e-5", to: "lot-1", at: -1))
    try await session.checkContents()
    try await session.reopened().checkContents()
  }

  /// Checks every way to read a part of a stream.
  package func checkSlices() async throws {
    let session = try await begin()
    try await session.append(Batch("a", "b", "c", to: "lot-1"))
    try await session.append(Batch("x", "y", to: "lot-2"))
    try await session.append(Batch("d", to: "lot-1"))
    try await session.append(Batch("e", "f", to: "lot-1"))
    let all = try await session.checkContents().filter { $0.stream == "lot-1" }
    for from in [0, 1, 2, 4, 6, 7, 8] {
      for limit in [0, 1, 2, 5, 6, 7] {
        let slice = try await session.read(
          "lot-1", from: StreamVersion(rawValue: from), limit: limit)
        try check(
          slice,
          equals: StreamSlice(
            events: Array(all.drop { $0.version.rawValue < from }.prefix(limit)), version: 6),
          given: session.given, when: "lot-1 is read from \(from), at most \(limit)")
      }
    }
  }

  /// Checks that a stream nobody wrote to is empty.
  package func checkUnknownStream() async throws {
    let session = try await begin()
    for _ in 1...2 {
      for (from, limit) in [(0, 10), (1, 10), (1, 0), (7, 1)] {
        let slice = try await session.read(
          "lot-9", from: StreamVersion(rawValue: from), limit: limit)
        try check(
          slice, equals: StreamSlice(events: [], version: 0), given: session.given,
          when: "the unknown stream lot-9 is read from \(from), at most \(limit)")
      }
      // The control: a stream that is there, on the second round beside the unknown one.
      try await session.append(
        Batch(ids: [EventID(rawValue: "a-\(session.count)")], to: "lot-1"))
      try await session.checkContents()
    }
  }

  /// Checks that every text is a stream of its own.
  package func checkStreamNames() async throws {
    let session = try await begin()
    let names: [StreamID] = [
      "lot-1", "lot-10", "lot-100", "lot-1 ", "LOT-1", "lot", "", "лот-🌾", "lot-1/a", "lot\n1",
      "%", "*", "a\"b\\", "$all",
    ]
    for (index, name) in names.enumerated() {
      let ids = ["first", "second"].map { EventID(rawValue: "\(index)-\($0)") }
      try await session.append(Batch(ids: ids, to: name, expecting: .noStream))
    }
    for (index, name) in names.enumerated() {
      let batch = Batch(ids: [EventID(rawValue: "\(index)-third")], to: name, expecting: .exact(2))
      try await session.append(batch)
    }
    try await session.append(
      Batch("no", to: "lot-", expecting: .streamExists),
      isRefused: .wrongExpectedVersion(expected: .streamExists, actual: 0))
    try await session.openedAgain().checkContents()
  }
}
