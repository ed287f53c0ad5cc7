import Synchronization
import Testing

@testable import SuiteSupport

@Suite("Behaviours run in lanes", .timeLimit(.minutes(1)))
struct LanesTests {
  /// How many are under way.
  private final class Traffic: Sendable {
    private let state = Mutex((now: 0, most: 0, done: 0))

    func begin() {
      state.withLock { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
    }

    func end() {
      state.withLock { state in
        state.now -= 1
        state.done += 1
      }
    }

    var figures: (now: Int, most: Int, done: Int) { state.withLock { $0 } }
  }

  @Test("No more are under way than there are lanes, and all have their turn", arguments: [1, 3, 8])
  func count(lanes count: Int) async {
    let lanes = Lanes(count)
    let traffic = Traffic()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask {
          await lanes.run {
            traffic.begin()
            for _ in 0..<20 { await Task.yield() }
            traffic.end()
          }
        }
      }
    }
    let figures = traffic.figures
    #expect(figures.done == 50)
    #expect((1...count).contains(figures.most))
    #expect(figures.now == 0)
  }

  @Test("One that throws leaves its lane to the next")
  func throwing() async {
    struct Stop: Error {}
    let lanes = Lanes(1)
    for _ in 0..<3 {
      await #expect(throws: Stop.self) { try await lanes.run { throw Stop() } }
    }
    #expect(await lanes.run { 7 } == 7)
  }
}
