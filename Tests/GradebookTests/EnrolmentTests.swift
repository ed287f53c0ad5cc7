import EventSourcing
import Gradebook
import Grading
import Testing

@Suite("One taking of the course")
struct EnrolmentTests {
  /// A taking that began.
  private func opened() throws -> Life<Enrolment> {
    var life = Life(Enrolment())
    try life.send(.open(Samples.opening()), at: 1_000)
    return life
  }

  @Test("It is opened once, and nothing happens before")
  func opening() throws {
    var life = Life(Enrolment())
    let commands: [EnrolmentCommand] = [
      Samples.attempt("Q1"), .receive(exercise: "One", submission: "s"), .close(reason: "r"),
      .record(Samples.result("One", "s", earned: 1)),
      .fail(exercise: "One", submission: "s", reason: "r"),
    ]
    for command in commands {
      #expect(throws: EnrolmentRejection.notOpen) { try life.send(command, at: 1_000) }
    }
    try life.send(.open(Samples.opening()), at: 1_000)
    #expect(life.state.isOpen)
    #expect(throws: EnrolmentRejection.openAlready) {
      try life.send(.open(Samples.opening()), at: 2_000)
    }
  }

  @Test("After it is closed nothing changes any more")
  func closing() throws {
    var life = try opened()
    try life.send(.receive(exercise: "One", submission: "s"), at: 2_000)
    try life.send(.close(reason: "end of term"), at: 3_000)
    let state = life.state
    let commands: [EnrolmentCommand] = [
      Samples.attempt("Q1"), .receive(exercise: "One", submission: "t"), .close(reason: "r"),
      .record(Samples.result("One", "s", earned: 1)), .open(Samples.opening()),
      .fail(exercise: "One", submission: "s", reason: "r"),
    ]
    for command in commands {
      #expect(throws: EnrolmentRejection.closed) { try life.send(command, at: 4_000) }
    }
    #expect(life.state == state)
    #expect(Enrolment().isTerminal(life.state))
  }

  @Test("A review question takes as many tries as its policy has, and none after a right answer")
  func tries() throws {
    var life = try opened()
    try life.send(Samples.attempt("Q1", .zero), at: 2_000)
    try life.send(Samples.attempt("Q1", Rational(1, over: 2)), at: 3_000)
    #expect(throws: EnrolmentRejection.questionOver("Q1", isRight: false)) {
      try life.send(Samples.attempt("Q1"), at: 4_000)
    }
    #expect(life.state.review["Q1"]?.best == Rational(1, over: 4))
    try life.send(Samples.attempt("Q2", .one), at: 4_000)
    #expect(throws: EnrolmentRejection.questionOver("Q2", isRight: true)) {
      try life.send(Samples.attempt("Q2"), at: 5_000)
    }
    #expect(throws: EnrolmentRejection.unknownQuestion("Q9")) {
      try life.send(Samples.attempt("Q9"), at: 5_000)
    }
    #expect(life.state.review["Q2"]?.best == .one)
    #expect(life.events.count == 4)
  }

  @Test(
    "The same submission again changes nothing; an older one becomes the last and keeps its result")
  func submissions() throws {
    var life = try opened()
    try life.send(.receive(exercise: "One", submission: "s"), at: 2_000)
    #expect(try life.send(.receive(exercise: "One", submission: "s"), at: 3_000).isEmpty)
    try life.send(.record(Samples.result("One", "s", earned: 4)), at: 3_000)
    try life.send(.receive(exercise: "One", submission: "t"), at: 4_000)
    try life.send(.receive(exercise: "Two", submission: "s"), at: 4_000)
    try life.send(.receive(exercise: "One", submission: "s"), at: 5_000)
    #expect(life.state.submissions.map(\.digest) == ["t", "s", "s"])
    #expect(life.state.submissions.map(\.exercise) == ["One", "Two", "One"])
    #expect(life.state.submissions.last?.result?.earned == 4)
    #expect(throws: EnrolmentRejection.unknownSubmission("u")) {
      try life.send(.record(Samples.result("One", "u", earned: 1)), at: 6_000)
    }
  }

  @Test("A grading that broke never lowers or replaces a result")
  func failure() throws {
    var life = try opened()
    try life.send(.receive(exercise: "One", submission: "s"), at: 2_000)
    try life.send(.fail(exercise: "One", submission: "s", reason: "no disk"), at: 2_500)
    #expect(life.state.submissions[0].result == nil)
    #expect(life.state.submissions[0].failure == "no disk")
    let result = Samples.result("One", "s", earned: 7)
    try life.send(.record(result), at: 3_000)
    #expect(life.state.submissions[0].failure == nil)
    try life.send(.fail(exercise: "One", submission: "s", reason: "no disk"), at: 4_000)
    #expect(life.state.submissions[0].result == result)
    #expect(try life.send(.record(result), at: 5_000).count == 1, "the failure is over now")
    #expect(
      try life.send(.record(result), at: 6_000).isEmpty, "the same result again is nothing new")
  }

  @Test("A clock that runs back more than it may be set is refused, and less is not")
  func clock() throws {
    var life = try opened()
    try life.send(Samples.attempt("Q1", .zero), at: 100_000)
    let early = Timestamp(rawValue: 100_000 - clockTolerance - 1)
    #expect(throws: EnrolmentRejection.clockRanBackward(now: early, recorded: 100_000)) {
      try life.send(Samples.attempt("Q1"), at: early)
    }
    try life.send(Samples.attempt("Q1"), at: Timestamp(rawValue: 100_000 - clockTolerance))
    #expect(life.state.lastAt == 100_000)
  }
}
