import EventSourcing
import Gradebook
import Grading
import SeededRandom
import Testing

@Suite("What is kept of behaviours that did not pass")
struct BehaviourDetailsTests {
  private static let behaviour = Behaviour(
    id: "B1", sentence: "S", points: 1, hint: "H", isOpen: true)

  /// A result with something in each part.
  private static func result(_ verdict: Verdict = .failed, isOpen: Bool = true) -> BehaviourResult {
    var behaviour = behaviour
    behaviour.isOpen = isOpen
    return BehaviourResult(
      behaviour: behaviour, verdict: verdict,
      finding: Finding(
        given: ["one", "", "two"], when: "w", expected: "e", got: "g", differences: ["d"]),
      lastWords: "Fatal error")
  }

  /// The bytes of text that are kept, an empty line counted as one.
  private static func size(_ details: BehaviourDetails) -> Int {
    var texts = [details.happened, details.lastWords].compactMap(\.self)
    if let finding = details.finding {
      texts += finding.given + finding.differences + [finding.when, finding.expected, finding.got]
    }
    return texts.reduce(0) { $0 + max(1, $1.utf8.count) }
  }

  @Test(
    "Everything is kept as it is, whether the behaviour is open or closed",
    arguments: [true, false])
  func whole(isOpen: Bool) throws {
    let result = Self.result(.crashed(signal: 4), isOpen: isOpen)
    let details = try #require(BehaviourDetails(result))
    #expect(details.finding == result.finding)
    #expect(details.lastWords == "Fatal error")
    #expect(details.happened == result.verdict.detail)
    #expect(details.isOpen == isOpen)
  }

  @Test("Nothing is kept of a pass, whatever a suite says beside it")
  func passed() {
    #expect(BehaviourDetails(Self.result(.passed)) == nil)
  }

  @Test(
    "However much a submission says, at most 4 KiB are kept, and what is cut ends in an ellipsis",
    arguments: [1, 2, 3] as [UInt64])
  func bounded(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func text() -> String {
      let unit = random.pick(["a", "é", "👩‍👩‍👧‍👦", "e\u{301}", "\u{0}", "\n", " "])
      return String(repeating: unit, count: random.pick([0, 1, 100, 255, 700, 5_000]))
    }
    func lines() -> [String] { (0..<random.pick([0, 1, 3, 900])).map { _ in text() } }
    for _ in 0..<60 {
      let finding = Finding(
        given: lines(), when: text(), expected: text(), got: text(), differences: lines())
      let words = text()
      let details = try #require(
        BehaviourDetails(
          BehaviourResult(
            behaviour: Self.behaviour, verdict: .brokeProtocol(text()), finding: finding,
            lastWords: words)))
      #expect(Self.size(details) <= BehaviourDetails.maximumSize)
      let kept = try #require(details.finding)
      for (kept, all) in [
        (kept.when, finding.when), (kept.expected, finding.expected), (kept.got, finding.got),
        (details.lastWords ?? "", words),
      ] where kept != all {
        #expect(kept.hasSuffix("…"))
        #expect(all.hasPrefix(kept.dropLast()))
      }
      for (kept, all) in [(kept.given, finding.given), (kept.differences, finding.differences)]
      where kept != all {
        #expect(kept.last?.hasSuffix("…") == true)
        #expect(Array(all.prefix(kept.count - 1)) == Array(kept.dropLast()))
      }
    }
  }

  /// A stored result as graders wrote it before they kept details.
  private static let older: JSONValue = .object([
    "at": .int(5_000), "isAgain": .bool(false),
    "result": .object([
      "earned": .int(3), "exercise": .string("One"), "isolation": .string("bubblewrap"),
      "notRun": .array([]), "points": .int(10), "runtime": .string("r"), "scheme": .string("d1"),
      "submission": .string("s"), "suite": .string("s"),
      "verdicts": .object(["B1": .string("failed"), "B2": .string("passed")]),
    ]),
  ])

  @Test(
    "A result that was recorded without details is read as one without, and written back as it was")
  func olderRecord() throws {
    let codec = GradebookCodec<EnrolmentEvent>()
    let stored = RecordedEvent(
      event: NewEvent(id: "1", type: "submission.graded", schema: 1, payload: Self.older),
      stream: "s", version: 1, position: 1, recordedAt: 0)
    let event = try #require(try codec.decode(stored, mode: .strict).first)
    guard case .submissionGraded(let graded) = event else {
      Issue.record("another event: \(event)")
      return
    }
    #expect(graded.result.verdicts == ["B1": "failed", "B2": "passed"])
    #expect(graded.result.details == nil)
    #expect(codec.encode(event, id: "1").payload == Self.older)
  }

  /// A result with some details.
  private static func result(
    _ details: [String: BehaviourDetails]?, earned: Int = 3
  ) -> SubmissionResult {
    var result = Samples.result("One", "s", earned: earned)
    result.details = details
    return result
  }

  @Test("Details come back from the store as they went in")
  func roundTrip() throws {
    let details = ["B1": try #require(BehaviourDetails(Self.result(.exited(status: 1))))]
    var life = Life(Enrolment())
    try life.send(.open(Samples.opening()), at: 1_000)
    try life.send(.receive(exercise: "One", submission: "s"), at: 2_000)
    let event = try #require(
      try life.send(.record(Self.result(details)), at: 3_000).first)
    let codec = GradebookCodec<EnrolmentEvent>()
    let stored = RecordedEvent(
      event: codec.encode(event, id: "1"), stream: "s", version: 1, position: 1, recordedAt: 0)
    #expect(try codec.decode(stored, mode: .strict) == [event])
    #expect(life.state.submissions.first?.result?.details == details)
  }

  @Test("A result that differs in its details alone says nothing new and is not recorded again")
  func sameOutcome() throws {
    let one = try #require(BehaviourDetails(Self.result(.failed)))
    let other = try #require(BehaviourDetails(Self.result(.failed, isOpen: false)))
    var life = Life(Enrolment())
    try life.send(.open(Samples.opening()), at: 1_000)
    try life.send(.receive(exercise: "One", submission: "s"), at: 2_000)
    #expect(try life.send(.record(Self.result(["B1": one])), at: 3_000).count == 1)
    #expect(try life.send(.record(Self.result(["B1": other])), at: 4_000).isEmpty)
    #expect(try life.send(.record(Self.result(nil)), at: 4_000).isEmpty)
    #expect(life.state.submissions.first?.result?.details == ["B1": one])
    #expect(try life.send(.record(Self.result(["B1": other], earned: 4)), at: 5_000).count == 1)
    #expect(life.state.submissions.first?.result?.details == ["B1": other])
  }

  @Test("A result that was recorded without details gains them once when it is graded again")
  func gained() throws {
    let one = try #require(BehaviourDetails(Self.result(.failed)))
    var life = Life(Enrolment())
    try life.send(.open(Samples.opening()), at: 1_000)
    try life.send(.receive(exercise: "One", submission: "s"), at: 2_000)
    try life.send(.record(Self.result(nil)), at: 3_000)
    #expect(try life.send(.record(Self.result(nil)), at: 4_000).isEmpty)
    #expect(try life.send(.record(Self.result(["B1": one])), at: 5_000).count == 1)
    #expect(try life.send(.record(Self.result(["B1": one])), at: 6_000).isEmpty)
    #expect(life.state.submissions.first?.result?.details == ["B1": one])
  }
}
