import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// What is true of every life of a lot.
@Suite("No seed appears or disappears", .exercise(.lotRules))
struct ConservationBehaviours {
  @Test(
    """
    Whatever is asked in whatever order, the deposited seeds are those on hand, dispatched, sown \
    and lost, and none is promised twice
    """,
    .behaviour(
      "B20", points: 5,
      hint: """
        Follow one seed: it is on hand until it is sown, dispatched or lost, once. Reserving moves \
        nothing; it only keeps others from taking.
        """))
  func conservation() async throws {
    var tally: [String: Int] = [:]
    for seed: UInt64 in 1...14 {
      let life = RandomLife(seed: seed)
      let course = life.live(life.steps)
      if course.objection != nil {
        // Only the steps that matter, and what they lead to.
        let steps = await smallest(of: life.steps) { life.live($0).objection != nil }
        let objection = life.live(steps).objection ?? course.objection ?? ""
        try check(
          false, expected: "every seed accounted for", got: objection,
          given: [life.policy] + steps.map { "\(describe($0.command)) at \($0.now.rawValue)" },
          when: """
            these commands are decided one after the other, then what is reserved is \
            \(life.endsByDispatch ? "dispatched" : "released") and the rest used up (seed \(seed))
            """)
      }
      tally.merge(course.tally, uniquingKeysWith: +)
    }
    // Nothing is lost where nothing happens, so enough must have happened.
    let least = [
      "deposited": 14, "tested": 30, "reserved": 30, "released": 10, "dispatched": 15,
      "exhausted": 2, "discarded": 3,
    ]
    for (kind, count) in least.sorted(by: { $0.key < $1.key }) {
      let got = tally[kind, default: 0]
      try check(
        got >= count, expected: "at least \(count) times `\(kind)`", got: "\(got) times",
        when: "14 random lives of some forty commands each are lived")
    }
  }
}
