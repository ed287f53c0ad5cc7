import EventChain
import EventSourcing
import SQLiteStore
import TestSupport
import Testing

@Suite("Many processes use one file at once", .timeLimit(.minutes(10)))
struct ProcessTests {
  @Test("Of several processes that expect the same version exactly one wins, every time")
  func race() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file()
    let store = try SQLiteEventStore.create(at: path)
    let rounds = 60
    let won = try await withThrowingTaskGroup(of: [String].self) { group in
      for racer in 1...4 {
        group.addTask { try await Hand("race", path, "racer-\(racer)", rounds).lines() }
      }
      return try await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    // Each version was won once; nobody was told anything but that he won or lost.
    let versions = won.flatMap(\.self).map { $0.split(separator: " ") }
    try #require(versions.allSatisfy { $0.first == "won" && $0.count == 3 }, "\(won)")
    #expect(versions.compactMap { Int($0[1]) }.sorted() == Array(1...rounds))
    let slice = try await store.read("contested", from: 1, limit: 1_000)
    #expect(slice.version.rawValue == rounds)
    #expect(slice.events.map(\.position.rawValue) == (1...rounds).map(Int64.init))
    #expect(try await SQLiteEventStore.verify(at: path) == .sound(store.head()))
  }

  @Test(
    "Processes that write to streams of their own all succeed, and the chain goes through all of them"
  )
  func neighbours() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file()
    let store = try SQLiteEventStore.create(at: path)
    let answers = try await withThrowingTaskGroup(of: [String].self) { group in
      for writer in 1...4 {
        group.addTask { try await Hand("append", path, "writer-\(writer)", 50).lines() }
      }
      return try await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    #expect(answers.map(\.count) == [50, 50, 50, 50])
    let positions = answers.map { $0.compactMap { Int($0.split(separator: " ").last ?? "") } }
    #expect(positions.flatMap(\.self).sorted() == Array(1...200))
    #expect(positions.allSatisfy { $0 == $0.sorted() })
    guard case .sound(let head) = try await SQLiteEventStore.verify(at: path) else {
      Issue.record("the file is not sound")
      return
    }
    #expect(head.count == 200)
    #expect(try store.head() == head)
  }

  @Test(
    "A process that is killed takes nothing with it that was acknowledged, and leaves no half batch"
  )
  func kill() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file()
    try StoreFile.create(at: path)
    for round in 1...6 {
      let name = "victim-\(round)"
      let lines = try await Hand("flood", path, name, 0).linesUntilKilled(after: 5 * round)
      #expect(lines.count >= 5 * round)
      let store = try SQLiteEventStore.open(at: path)
      let slice = try await store.read(StreamID(rawValue: name), from: 1, limit: 100_000)
      // All that was told, and at most one batch more, whose acknowledgement was still to be written.
      #expect(slice.events.count == slice.version.rawValue)
      #expect(slice.events.count % 3 == 0)
      try #require((lines.count...lines.count + 1).contains(slice.events.count / 3))
      for (index, line) in lines.enumerated() {
        let last = slice.events[3 * index + 2]
        #expect(line == "\(index + 1) \(last.position.rawValue)")
      }
      #expect(try await SQLiteEventStore.verify(at: path) == .sound(store.head()))
      // The next one goes on without being told anything.
      let receipt = try await store.append(
        [NewEvent(id: EventID(rawValue: "after-\(round)"), type: "t", payload: .null)],
        to: "survivor", expecting: .exact(StreamVersion(rawValue: round - 1)), at: 0)
      #expect(receipt.position.rawValue == (try store.head()).count)
    }
  }

  @Test("Who waits in one process is woken by an event of another")
  func waking() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file()
    let store = try SQLiteEventStore.create(at: path)
    // In a group, so that a test that takes too long ends the waits as well.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...3 {
        let (starts, start) = AsyncStream.makeStream(of: Void.self)
        group.addTask {
          start.finish()
          await store.awaitEvents(after: .start)
          // Not by the time limit, which ends waits too.
          try Task.checkCancellation()
        }
        // The wait has begun before the other process does.
        for await _ in starts {}
      }
      _ = try await Hand("append", path, "other", 1).lines()
      try await group.waitForAll()
    }
    #expect(try await store.page(after: .start, limit: 10, types: nil).events.count == 1)
  }
}
