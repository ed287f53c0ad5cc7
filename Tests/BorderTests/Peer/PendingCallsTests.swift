import Border
import SeededRandom
import Testing

@Suite("Pending calls are found by their numbers")
struct PendingCallsTests {
  @Test("Numbers are never used twice, not even after a call has ended")
  func unique() {
    var calls = PendingCalls<Int>()
    var numbers: Set<Int> = []
    for waiter in 0..<1_000 {
      let announced = calls.nextID
      let id = calls.add(waiter)
      #expect(id == announced)
      #expect(numbers.insert(id).inserted)
      if waiter.isMultiple(of: 3) { #expect(calls.take(id) == waiter) }
    }
  }

  @Test("A number that was never given, or is answered already, finds nobody")
  func unknown() {
    var calls = PendingCalls<String>()
    #expect(calls.take(1) == nil)
    let id = calls.add("a")
    for other in [id + 1, id - 1, 0, -1, .max, .min] { #expect(calls.take(other) == nil) }
    #expect(calls.take(id) == "a")
    #expect(calls.take(id) == nil)
  }

  @Test("Ending calls that meet a condition leaves the others waiting")
  func takeSome() {
    var calls = PendingCalls<Int>()
    let ids = (0..<10).map { calls.add($0) }
    #expect(calls.takeAll { $0.isMultiple(of: 2) }.sorted() == [0, 2, 4, 6, 8])
    #expect(ids.map { calls.take($0) } == [nil, 1, nil, 3, nil, 5, nil, 7, nil, 9])
  }

  @Test("Ending all calls leaves nobody waiting, and later calls have new numbers")
  func takeAll() {
    var calls = PendingCalls<Int>()
    let ids = (0..<5).map { calls.add($0) }
    #expect(calls.takeAll().sorted() == [0, 1, 2, 3, 4])
    #expect(calls.takeAll().isEmpty)
    for id in ids { #expect(calls.take(id) == nil) }
    #expect(!ids.contains(calls.add(5)))
  }

  @Test("Any sequence of steps agrees with a plain dictionary")
  func model() {
    for seed in 0..<200 {
      var random = SeededGenerator(seed: UInt64(seed))
      var calls = PendingCalls<Int>()
      var model: [Int: Int] = [:]
      for step in 0..<60 {
        switch Int.random(in: 0..<6, using: &random) {
        case 0...2: model[calls.add(step)] = step
        case 3, 4:
          let id = Int.random(in: 0...60, using: &random)
          #expect(calls.take(id) == model.removeValue(forKey: id), "seed \(seed)")
        default:
          let limit = Int.random(in: 0...60, using: &random)
          let taken = calls.takeAll { $0 < limit }
          #expect(taken.sorted() == model.values.filter { $0 < limit }.sorted(), "seed \(seed)")
          model = model.filter { $0.value >= limit }
        }
      }
    }
  }
}
