import Dispatch
import Synchronization
import Testing

@testable import SuiteSupport

@Suite("Behaviours run in lanes", .timeLimit(.minutes(10)))
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

  @Test(
    "No more are under way than there are lanes, and all have their turn", arguments: [1, 3, 8])
  func count(lanes count: Int) async {
    let lanes = Lanes(count, patience: .seconds(3_600))
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

  @Test("One that takes long lends its lane, and leaves it once")
  func patience() async {
    let lanes = Lanes(1, patience: .milliseconds(1))
    let traffic = Traffic()
    await withTaskGroup(of: Void.self) { group in
      // Each goes on until all are under way.
      for _ in 0..<10 {
        group.addTask {
          await lanes.run {
            traffic.begin()
            while traffic.figures.most < 10 { await Task.yield() }
            traffic.end()
          }
        }
      }
    }
    #expect(traffic.figures.done == 10)
    let last = Lanes(1, patience: .milliseconds(1))
    await last.run { await last.run {} }
    #expect(await last.run { 7 } == 7)
  }

  @Test("One that throws leaves its lane to the next")
  func throwing() async {
    struct Stop: Error {}
    let lanes = Lanes(1, patience: .seconds(3_600))
    for _ in 0..<3 {
      await #expect(throws: Stop.self) { try await lanes.run { throw Stop() } }
    }
    #expect(await lanes.run { 7 } == 7)
  }
}
