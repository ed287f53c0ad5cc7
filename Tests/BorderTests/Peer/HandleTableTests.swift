import Border
import Dispatch
import Synchronization
import Testing

@Suite("Objects are kept under handles")
struct HandleTableTests {
  @Test("Each handle leads to its own object, also to an equal one")
  func own() throws {
    let table = HandleTable<String>()
    let texts = ["a", "b", "a", ""]
    let handles = texts.map { table.add($0) }
    #expect(Set(handles).count == handles.count)
    for (handle, text) in zip(handles, texts) { #expect(try table[handle] == text) }
  }

  @Test(
    "A handle that was never given out leads to an error that names it",
    arguments: [2, 3, -1, .max, .min])
  func unknown(number: Int) {
    let table = HandleTable<String>()
    for text in ["a", "b"] { _ = table.add(text) }
    let error = #expect(throws: UnknownHandle.self) { try table[Handle(number)] }
    #expect(error?.description == "nothing has the handle \(number)")
  }

  @Test("Threads that add at once get different handles, and find their objects")
  func concurrent() {
    let table = HandleTable<Int>()
    let kept = Mutex<[Handle: Int]>([:])
    DispatchQueue.concurrentPerform(iterations: 500) { number in
      let handle = table.add(number)
      kept.withLock { $0[handle] = number }
    }
    let handles = kept.withLock { $0 }
    #expect(handles.count == 500)
    #expect(handles.allSatisfy { handle, number in (try? table[handle]) == number })
  }
}
