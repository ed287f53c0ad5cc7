import EventSourcing
import Gradebook
import SeededRandom
import Testing

@Suite("Places in the status list")
struct StatusAllotmentTests {
  @Test(
    "Whatever numbers are drawn, every taking has one place for ever and no two have the same",
    arguments: 0..<50)
  func unique(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var life = Life(StatusAllotment(size: 16))
    var places: [TakingID: Int] = [:]
    for _ in 0..<40 {
      let taking = TakingID(learner: "l\(random.next(below: 16))", number: 1)
      try life.send(.init(taking: taking, start: random.next()), at: 1_000)
      let place = try #require(life.state.first { $0.value == taking }?.key)
      #expect((0..<16).contains(place))
      #expect(places[taking, default: place] == place)
      places[taking] = place
    }
    #expect(Set(places.values).count == places.count)
  }

  @Test("A list that is full gives no place, and those who have one keep it")
  func full() throws {
    var life = Life(StatusAllotment(size: 3))
    for number in 1...3 {
      try life.send(.init(taking: TakingID(learner: "ada", number: number), start: 2), at: 1_000)
    }
    #expect(Set(life.state.keys) == [0, 1, 2])
    #expect(throws: StatusAllotment.Rejection.full) {
      try life.send(.init(taking: TakingID(learner: "bob", number: 1), start: 0), at: 1_000)
    }
    let again = try life.send(
      .init(taking: TakingID(learner: "ada", number: 2), start: 1), at: 1_000)
    #expect(again.isEmpty)
  }
}
