import CQRS
import EventChain
import EventSourcing
import Gradebook
import SQLiteStore
import TestSupport
import Testing

@Suite("A runner over a file of events and documents", .timeLimit(.minutes(10)))
struct GradebookFileTests {
  @Test("Documents in the file are those of the events, also when it is opened again and rebuilt")
  func file() async throws {
    let folder = try TemporaryFolder()
    let history = History(seed: 9, count: 60)
    let store = try SQLiteEventStore.create(at: folder.file())
    for event in history.events {
      _ = try await store.append([event.event], to: event.stream, expecting: .any, at: 0)
    }
    let expected = try await history.contents()
    for round in 1...3 {
      let file = try StoreFile.open(at: folder.file())
      let views = file.views
      let runner = CheckpointedRunner(
        Balances(name: "balances"), feed: file.events, views: views, batch: 8)
      let end = try await round == 3 ? runner.rebuild() : runner.catchUp()
      #expect(end == 60)
      var documents: [ViewKey: JSONValue] = [:]
      for collection in ["balances", "balances-counts"] {
        for (id, document) in try await views.all(in: collection) {
          documents[ViewKey(collection, id)] = document
        }
      }
      #expect(documents == expected)
      #expect(documents.count > 2)
      #expect(try await views.checkpoint(of: "balances") == 60)
    }
    #expect(try await SQLiteEventStore.verify(at: folder.file()) == .sound(store.head()))
  }
}
