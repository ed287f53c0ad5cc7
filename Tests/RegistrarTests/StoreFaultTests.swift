import EventChain
import EventSourcing
import QuestionSupport
import Registrar
import SQLiteStore
import Testing

@Suite("What the store says of a fault is said to whom it befell")
struct StoreFaultTests {
  /// A store that fails every reading, with words that name the stream.
  private struct FailingStore: EventStore {
    /// A fault with its words.
    struct Fault: Error, CustomStringConvertible {
      var description: String
    }

    let store: any EventStore

    func read(
      _ stream: StreamID, from: StreamVersion, limit: Int
    ) async throws(EventStoreError) -> StreamSlice {
      StoreFaults.note(Fault(description: "The stream \(stream) is on fire."))
      // Others meet their faults in the meantime.
      for _ in 1...100 { await Task.yield() }
      throw .storage(.unavailable)
    }

    func append(
      _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
    ) async throws(EventStoreError) -> AppendReceipt {
      try await store.append(events, to: stream, expecting: expecting, at: at)
    }

    func page(
      after: GlobalPosition, limit: Int, types: Set<String>?
    ) async throws(EventStoreError) -> FeedPage {
      try await store.page(after: after, limit: limit, types: types)
    }

    func awaitEvents(after position: GlobalPosition) async {
      await store.awaitEvents(after: position)
    }
  }

  @Test("Several that fail at the same time are each told of their own stream")
  func ownWords() async throws {
    let office = try Office()
    let registrar = Registrar(
      course: try Office.course(),
      gradebook: GradebookStores(
        name: "book", events: FailingStore(store: office.store),
        views: try StoreFile.open(at: office.path).views
      ) { _ in .sound(.empty) }, now: { 0 }, randomNumber: { 0 })
    let learners = (1...8).map { "learner-\($0)" }
    let words = await withTaskGroup(of: (String, String).self) { group in
      for learner in learners {
        group.addTask {
          do {
            _ = try await registrar.enrol(learner, name: "Name", email: nil)
            return (learner, "no error")
          } catch {
            return (learner, "\(error)")
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(words.map(\.0).sorted() == learners)
    for (learner, words) in words {
      #expect(words.contains(learner) && words.contains("is on fire."), "\(learner): \(words)")
    }
  }
}
