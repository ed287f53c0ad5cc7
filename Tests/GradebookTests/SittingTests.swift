import EventSourcing
import Gradebook
import Grading
import Testing

@Suite("The final exam is sat once")
struct SittingTests {
  /// The command that starts a sitting.
  private func start(minutes: Int? = nil, seed: UInt64 = 7) -> SittingCommand {
    var form = Samples.form
    form.seed = seed
    return .start(form: form, minutes: minutes, afterClosing: "key")
  }

  /// A sitting under way.
  private func started(minutes: Int? = nil) throws -> Life<Sitting> {
    var life = Life(Sitting())
    try life.send(start(minutes: minutes), at: 1_000)
    return life
  }

  @Test("Starting again goes on with the same form, and after the end nothing starts")
  func once() throws {
    var life = try started()
    #expect(try life.send(start(seed: 8), at: 2_000).isEmpty)
    #expect(life.state.started?.form.seed == 7)
    try life.send(.finish, at: 3_000)
    #expect(throws: SittingRejection.over) { try life.send(start(seed: 9), at: 4_000) }
    #expect(throws: SittingRejection.over) {
      try life.send(.answer("E1", .options(["b"])), at: 4_000)
    }
    #expect(try life.send(.finish, at: 5_000).isEmpty)
    #expect(life.state.phase == .over)
  }

  @Test("A sitting that is finished before it starts cannot start any more")
  func forgone() throws {
    var life = Life(Sitting())
    try life.send(.finish, at: 1_000)
    #expect(throws: SittingRejection.over) { try life.send(start(), at: 2_000) }
    #expect(life.state.finished?.questions == 0)
    #expect(life.state.finished?.score.value == .zero)
  }

  @Test("Answers are marked by the frozen key; the best try counts; a question ends with its tries")
  func answers() throws {
    var life = try started()
    #expect(throws: SittingRejection.unknownQuestion("E9")) {
      try life.send(.answer("E9", .options(["a"])), at: 2_000)
    }
    try life.send(.answer("E1", .options(["a"])), at: 2_000)
    try life.send(.answer("E1", .options(["b"])), at: 3_000)
    #expect(throws: SittingRejection.questionOver("E1", isRight: true)) {
      try life.send(.answer("E1", .options(["b"])), at: 4_000)
    }
    // Two options, one try.
    try life.send(.answer("E2", .options(["b"])), at: 4_000)
    #expect(throws: SittingRejection.questionOver("E2", isRight: false)) {
      try life.send(.answer("E2", .options(["a"])), at: 5_000)
    }
    #expect(life.state.score == Rational(1, over: 4))
    try life.send(.finish, at: 6_000)
    #expect(life.state.finished?.score.value == Rational(1, over: 4))
    #expect(life.state.finished?.questions == 2)
  }

  @Test(
    "An answer counts at the last moment of the time limit, and not after; a clock set back gives no time"
  )
  func timeLimit() throws {
    var life = try started(minutes: 10)
    let end = Timestamp(rawValue: 1_000 + 600_000)
    #expect(life.state.started?.endsAt == end)
    try life.send(.answer("E1", .options(["a"])), at: end)
    #expect(throws: SittingRejection.timeIsUp) {
      try life.send(.answer("E1", .options(["b"])), at: Timestamp(rawValue: end.rawValue + 1))
    }
    try life.send(.finish, at: Timestamp(rawValue: end.rawValue + 10))
    var late = try started(minutes: 10)
    try late.send(.answer("E1", .options(["a"])), at: end)
    #expect(late.state.isTimeUp(at: end) == false)
    #expect(late.state.isTimeUp(at: Timestamp(rawValue: end.rawValue + 1)))
    #expect(
      throws: SittingRejection.clockRanBackward(now: 1_000, recorded: end)
    ) { try late.send(.answer("E2", .options(["a"])), at: 1_000) }
  }

  @Test(
    "Only a reset with a name and a reason takes a sitting back; it stays on record, and another form starts"
  )
  func reset() throws {
    var life = Life(Sitting())
    #expect(throws: SittingRejection.notStarted) {
      try life.send(.reset(by: "X", reason: "r"), at: 1_000)
    }
    try life.send(start(), at: 1_000)
    try life.send(.answer("E1", .options(["b"])), at: 2_000)
    try life.send(.finish, at: 3_000)
    for (by, reason) in [("", "power cut"), ("Dr X", " \n")] {
      #expect(throws: SittingRejection.resetWithoutReason) {
        try life.send(.reset(by: by, reason: reason), at: 4_000)
      }
    }
    try life.send(.reset(by: "Dr X", reason: "power cut"), at: 4_000)
    #expect(life.state.phase == .notStarted)
    #expect(life.state.score == .zero)
    try life.send(start(seed: 8), at: 5_000)
    #expect(life.state.started?.sitting == 2)
    #expect(life.state.started?.form.seed == 8)
    #expect(life.state.tries.isEmpty)
    #expect(life.state.resets.map(\.by) == ["Dr X"])
    #expect(life.state.resets.map(\.sitting) == [1])
  }

  @Test("Rejections are sentences without a trace of Swift")
  func sentences() {
    let rejections: [SittingRejection] = [
      .notStarted, .over, .timeIsUp, .unknownQuestion("E\u{1B}[2J"),
      .questionOver("E1", isRight: true), .questionOver("E1", isRight: false),
      .resetWithoutReason, .clockRanBackward(now: 0, recorded: 99_000),
    ]
    for rejection in rejections {
      #expect(rejection.description.hasSuffix("."), "\(rejection)")
      #expect(!rejection.description.contains("rawValue"), "\(rejection)")
      #expect(!rejection.description.contains("\u{1B}"), "\(rejection)")
    }
  }
}
