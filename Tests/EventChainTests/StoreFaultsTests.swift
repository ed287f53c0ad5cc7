import EventChain
import Testing

@Suite("The words of a fault belong to the operation that met it")
struct StoreFaultsTests {
  /// A fault with its words.
  private struct Fault: Error, Hashable {
    var words: String
  }

  /// The last fault of the operation under way.
  private var last: Fault? { StoreFaults.last as? Fault }

  @Test("Two tasks that fail at the same time each find their own words")
  func twoTasks() async {
    let (meetings, meeting) = AsyncStream.makeStream(of: Void.self)
    async let first = StoreFaults.collecting {
      StoreFaults.note(Fault(words: "the disk is full"))
      // The other one has met its fault before this one looks for its own.
      for await _ in meetings {}
      return last
    }
    async let second = StoreFaults.collecting {
      StoreFaults.note(Fault(words: "the file is locked"))
      meeting.finish()
      return last
    }
    #expect(await first == Fault(words: "the disk is full"))
    #expect(await second == Fault(words: "the file is locked"))
  }

  @Test("An operation that met no fault has none, whatever went wrong before it or around it")
  func clean() async {
    StoreFaults.note(Fault(words: "nobody asks"))
    #expect(last == nil)
    await StoreFaults.collecting {
      StoreFaults.note(Fault(words: "around"))
      await StoreFaults.collecting { #expect(last == nil) }
      #expect(last == Fault(words: "around"))
    }
    #expect(last == nil)
  }

  @Test("The last fault is told, also one that a task of the operation has met")
  func childTask() async {
    await StoreFaults.collecting {
      StoreFaults.note(Fault(words: "first"))
      async let child: Void = StoreFaults.note(Fault(words: "second"))
      await child
      #expect(last == Fault(words: "second"))
    }
  }

  @Test("What an operation throws is thrown")
  func throwing() async {
    await #expect(throws: Fault(words: "thrown")) {
      try await StoreFaults.collecting { () async throws(Fault) in
        throw Fault(words: "thrown")
      }
    }
  }
}
