import EventSourcing
import Testing

@Suite("Deciders")
struct DeciderTests {
  private let tally = Tally()
  private let events: [Tally.Event] = [.said("a", at: 1), .said("b", at: 2), .said("bye", at: 3)]

  @Test("Folding equals reducing with evolve")
  func fold() {
    #expect(tally.fold(events) == events.reduce(tally.initialState, tally.evolve))
    #expect(tally.fold([]) == tally.initialState)
  }

  @Test("Folding may begin with any state and take any sequence")
  func foldInParts() {
    for cut in 0...events.count {
      let first = tally.fold(events.prefix(cut))
      #expect(tally.fold(events.dropFirst(cut), from: first) == tally.fold(events))
    }
  }

  @Test("A decision depends on state and context, and may be refused")
  func decide() throws {
    let context = DecisionContext(commandID: "c-1", now: 5, actor: "ida")
    try #expect(tally.decide(.say("a"), in: [], context: context) == [.said("a", at: 5)])
    try #expect(tally.decide(.say("a"), in: ["a"], context: context) == [])
    #expect(throws: Tally.Rejection.nothingToSay) {
      try tally.decide(.say(""), in: [], context: context)
    }
    #expect(tally.isTerminal(tally.fold(events)))
  }
}
