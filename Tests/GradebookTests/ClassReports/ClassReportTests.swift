import EventSourcing
import Gradebook
import Grading
import SeededRandom
import Testing

@Suite("The figures of a class")
struct ClassReportTests {
  /// One learner's lives in the enrolment and in the exam, with what the roll is told of them.
  private struct Learner {
    let taking: TakingID
    var enrolment = Life(Enrolment())
    var sitting = Life(Sitting())

    init(_ name: String, _ number: Int = 1, at: Timestamp = 1_000) throws {
      taking = TakingID(learner: name, number: number)
      try enrolment.send(.open(Samples.opening(taking, at: at)), at: at)
    }

    /// Everything that happened, first the enrolment.
    var events: [(taking: TakingID, event: AnyGradebookEvent)] {
      enrolment.events.map { (taking, .enrolment($0)) }
        + sitting.events.map { (taking, .sitting($0)) }
    }

    /// The mark by the rules of a standing.
    func mark() throws -> Mark {
      try Standing(
        try #require(enrolment.state.opened), enrolment: enrolment.state, sitting: sitting.state
      ).mark
    }
  }

  /// A report of what happened, in that order.
  private static func report(
    _ events: [(taking: TakingID, event: AnyGradebookEvent)], at now: Timestamp = 100_000
  ) throws -> ClassReport {
    var roll = ClassRoll()
    for (taking, event) in events { roll.apply(event, of: taking) }
    return try ClassReport(
      roll,
      of: ClassReport.Course(
        scheme: try Scheme(Samples.scheme), catalogues: try catalogues(),
        reviewBank: QuestionBank([])), at: now)
  }

  /// A catalogue of two behaviours for the first of the two exercises.
  private static func catalogues() throws -> [String: Catalogue] {
    [
      "One": try Catalogue(
        exercise: ExerciseSpecification(name: "One", requires: [], services: ""),
        behaviours: [
          Behaviour(id: "B1", sentence: "It does.", points: 2, hint: "", isOpen: false),
          Behaviour(id: "B2", sentence: "It also does.", points: 8, hint: "", isOpen: false),
        ])
    ]
  }

  /// A result with verdicts.
  private static func result(
    _ submission: String, earned: Int, _ verdicts: [String: String],
    isolation: String = "bubblewrap"
  ) -> SubmissionResult {
    var result = Samples.result("One", submission, earned: earned, isolation: isolation)
    result.verdicts = verdicts
    return result
  }

  @Test("Nobody has no figures, and the exercises and behaviours are there all the same")
  func empty() throws {
    let report = try Self.report([])
    #expect(report.learners.isEmpty)
    #expect(report.items.isEmpty)
    #expect(report.days.isEmpty)
    #expect(report.concerns.isEmpty)
    #expect(report.exercises.map(\.name) == ["One", "Two"])
    #expect(report.exercises[0].behaviours.map(\.id) == ["B1", "B2"])
    #expect(report.exercises[0].behaviours.allSatisfy { $0.graded == 0 && $0.share == nil })
  }

  @Test("Marks are those of a standing, on random lives told in any order", arguments: 0..<20)
  func marks(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var learners = try (1...12).map { try Learner("l\($0)") }
    for index in learners.indices {
      for question: QuestionID in ["Q1", "Q2", "Q3"] where random.toss() {
        try learners[index].enrolment.send(
          Samples.attempt(question, Rational(random.next(below: 3), over: 2)), at: 2_000)
      }
      for exercise in ["One", "Two"] where random.toss() {
        try learners[index].enrolment.send(
          .receive(exercise: exercise, submission: "s"), at: 3_000)
        try learners[index].enrolment.send(
          .record(Samples.result(exercise, "s", earned: random.next(below: 11))), at: 4_000)
      }
      guard random.toss() else { continue }
      try learners[index].sitting.send(
        .start(form: Samples.form, minutes: nil, afterClosing: "key"), at: 5_000)
      try learners[index].sitting.send(
        .answer("E1", .options([random.toss() ? "b" : "a"])), at: 6_000)
      if random.toss() { try learners[index].sitting.send(.finish, at: 7_000) }
    }
    let report = try Self.report(learners.flatMap(\.events))
    #expect(report.learners.count == 12)
    for learner in learners {
      let line = try #require(report.learners.first { $0.taking == learner.taking })
      #expect(line.mark == (try learner.mark()))
    }
    // Learners take turns in the record as they like.
    #expect(try Self.report(random.shuffled(learners).flatMap(\.events)) == report)
    let turns = random.shuffled(
      learners.indices.flatMap { Array(repeating: $0, count: learners[$0].events.count) })
    var next = Array(repeating: 0, count: learners.count)
    let mixed = turns.map { index in
      defer { next[index] += 1 }
      return learners[index].events[next[index]]
    }
    #expect(try Self.report(mixed) == report)
  }

  @Test("Of each learner the last taking counts")
  func lastTaking() throws {
    var first = try Learner("ada")
    try first.enrolment.send(.receive(exercise: "One", submission: "s"), at: 2_000)
    try first.enrolment.send(.record(Self.result("s", earned: 10, ["B1": "passed"])), at: 2_000)
    try first.enrolment.send(.close(reason: "again"), at: 3_000)
    let second = try Learner("ada", 2, at: 4_000)
    let report = try Self.report(first.events + second.events)
    #expect(report.learners.map(\.taking) == [second.taking])
    #expect(report.learners.first?.mark.total == .zero)
    #expect(report.exercises[0].counted == 0)
    #expect(report.exercises[0].missing == 1)
    #expect(report.days.isEmpty)
  }

  @Test("Behaviours are counted over the submissions that count, and learners without one apart")
  func behaviours() throws {
    // Twelve learners: ten with a result, of which seven pass B1 and two pass B2; one whose grading broke; one with nothing.
    var learners = try (1...12).map { try Learner("l\($0)") }
    for index in 0..<10 {
      try learners[index].enrolment.send(.receive(exercise: "One", submission: "s"), at: 2_000)
      try learners[index].enrolment.send(
        .record(
          Self.result(
            "s", earned: 5,
            ["B1": index < 7 ? "passed" : "failed", "B2": index < 2 ? "passed" : "timedOut"])),
        at: 3_000)
    }
    // A worse submission does not count, as the scheme keeps the best.
    try learners[0].enrolment.send(.receive(exercise: "One", submission: "t"), at: 4_000)
    try learners[0].enrolment.send(
      .record(Self.result("t", earned: 0, ["B1": "failed", "B2": "failed"])), at: 5_000)
    try learners[10].enrolment.send(.receive(exercise: "One", submission: "s"), at: 2_000)
    try learners[10].enrolment.send(
      .fail(exercise: "One", submission: "s", reason: "No room."), at: 3_000)
    let report = try Self.report(learners.flatMap(\.events))
    let one = report.exercises[0]
    #expect([one.counted, one.pending, one.missing] == [10, 1, 1])
    #expect(one.behaviours.map(\.id) == ["B1", "B2"])
    #expect(one.behaviours.map(\.graded) == [10, 10])
    #expect(one.behaviours.map(\.passed) == [7, 2])
    #expect(one.behaviours.map(\.share) == [Rational(7, over: 10), Rational(1, over: 5)])
    #expect(report.exercises[1].missing == 12)
    #expect(report.learners.first { $0.taking.learner == "l1" }?.exercises["One"]?.submissions == 2)
    #expect(report.learners.first { $0.taking.learner == "l11" }?.exercises["One"]?.score == nil)
    // One learner fewer is too few for a share.
    let fewer = try Self.report(learners.dropFirst().flatMap(\.events))
    #expect(fewer.exercises[0].behaviours.map(\.passed) == [6, 1])
    #expect(fewer.exercises[0].behaviours.map(\.share) == [nil, nil])
  }

  @Test("A behaviour that the suite has no longer is still told of")
  func goneBehaviour() throws {
    var ada = try Learner("ada")
    try ada.enrolment.send(.receive(exercise: "One", submission: "s"), at: 2_000)
    try ada.enrolment.send(
      .record(Self.result("s", earned: 5, ["B1": "passed", "B9": "passed"])), at: 3_000)
    let behaviours = try Self.report(ada.events).exercises[0].behaviours
    #expect(behaviours.map(\.id) == ["B1", "B2", "B9"])
    #expect(behaviours.map(\.graded) == [1, 0, 1])
    #expect(behaviours[2].sentence == nil)
    #expect(behaviours[2].points == nil)
  }

  @Test("Exam questions count once the sitting is over, tried or not; one taken back never does")
  func examItems() throws {
    var over = try Learner("over")
    try over.sitting.send(
      .start(form: Samples.form, minutes: nil, afterClosing: "key"), at: 2_000)
    // E1: wrong at first, then right; E2 is never tried.
    try over.sitting.send(.answer("E1", .options(["a"])), at: 3_000)
    try over.sitting.send(.answer("E1", .options(["b"])), at: 3_000)
    try over.sitting.send(.finish, at: 4_000)
    var underWay = try Learner("under-way")
    try underWay.sitting.send(
      .start(form: Samples.form, minutes: nil, afterClosing: "key"), at: 2_000)
    try underWay.sitting.send(.answer("E1", .options(["b"])), at: 3_000)
    var back = try Learner("back")
    try back.sitting.send(
      .start(form: Samples.form, minutes: nil, afterClosing: "key"), at: 2_000)
    try back.sitting.send(.finish, at: 3_000)
    try back.sitting.send(.reset(by: "Eve", reason: "Power cut"), at: 4_000)
    let report = try Self.report(over.events + underWay.events + back.events)
    #expect(report.items.map(\.figures.question) == ["E1", "E2"])
    #expect(report.items.map(\.figures.learners) == [1, 1])
    #expect(report.items.map(\.figures.tried) == [1, 0])
    #expect(report.items.allSatisfy { $0.part == .finalExam && $0.bullet == "U1-1" })
    #expect(report.items.map(\.expected) == [Rational(1, over: 2), Rational(1, over: 2)])
    let sheet = try #require(AnswerSheet(exam: over.sitting.state))
    #expect(sheet.entries["E1"] == .init(first: .zero, earned: Rational(1, over: 2), tries: 2))
    #expect(sheet.entries["E2"] == .init(first: .zero, earned: .zero, tries: 0))
    #expect(AnswerSheet(exam: underWay.sitting.state) == nil)
    #expect(AnswerSheet(exam: back.sitting.state) == nil)
  }

  @Test("Review questions count for those who tried them")
  func reviewItems() throws {
    var ada = try Learner("ada")
    try ada.enrolment.send(Samples.attempt("Q2", .zero), at: 2_000)
    try ada.enrolment.send(Samples.attempt("Q2", .one), at: 3_000)
    let report = try Self.report(ada.events + (try Learner("ben")).events)
    #expect(report.items.map(\.figures.question) == ["Q2"])
    #expect(report.items.map(\.figures.learners) == [1])
    #expect(report.items.map(\.part) == [.reviewQuestions])
    #expect(
      AnswerSheet(review: ada.enrolment.state).entries
        == ["Q2": .init(first: .zero, earned: Rational(1, over: 2), tries: 2)])
    #expect(report.learners.map(\.reviewTried) == [1, 0])
    #expect(report.learners.map(\.reviewQuestions) == [3, 3])
  }

  @Test("A day begins at midnight in UTC, also before 1970")
  func days() throws {
    let day: Int64 = 86_400_000
    #expect(ClassReport.Day.number(of: 0) == 0)
    #expect(ClassReport.Day.number(of: Timestamp(rawValue: day - 1)) == 0)
    #expect(ClassReport.Day.number(of: Timestamp(rawValue: day)) == 1)
    #expect(ClassReport.Day.number(of: -1) == -1)
    #expect(ClassReport.Day.number(of: Timestamp(rawValue: -day)) == -1)
    #expect(ClassReport.Day.number(of: Timestamp(rawValue: -day - 1)) == -2)
    // The same files may arrive again, after others: that is a submission too.
    var ada = try Learner("ada")
    for (digest, at) in [("a", day - 1), ("b", day), ("a", day), ("c", 3 * day)] {
      try ada.enrolment.send(
        .receive(exercise: "One", submission: digest), at: Timestamp(rawValue: at))
    }
    let report = try Self.report(ada.events)
    #expect(
      report.days == [
        .init(0, submissions: 1), .init(1, submissions: 2), .init(3, submissions: 1),
      ])
  }

  @Test("What a person has to look at is told, and nothing else")
  func concerns() throws {
    var ada = try Learner("ada")
    try ada.enrolment.send(.receive(exercise: "One", submission: "broken"), at: 2_000)
    try ada.enrolment.send(
      .fail(exercise: "One", submission: "broken", reason: "No room."), at: 3_000)
    try ada.enrolment.send(.receive(exercise: "Two", submission: "waiting"), at: 4_000)
    try ada.sitting.send(
      .start(form: Samples.form, minutes: 1, afterClosing: "key"), at: 5_000)
    var ben = try Learner("ben")
    try ben.enrolment.send(.receive(exercise: "One", submission: "weak"), at: 6_000)
    try ben.enrolment.send(
      .record(Self.result("weak", earned: 9, [:], isolation: "none")), at: 7_000)
    try ben.enrolment.send(.receive(exercise: "Two", submission: "odd"), at: 7_000)
    try ben.enrolment.send(
      .record(Samples.result("Two", "odd", earned: 1, isolation: "a tent")), at: 8_000)
    try ben.sitting.send(
      .start(form: Samples.form, minutes: 1, afterClosing: "key"), at: 8_000)
    try ben.sitting.send(.reset(by: "Eve", reason: "Power cut"), at: 9_000)
    // Cleo has a weak result too, and a better one that counts; her sitting is still in time.
    var cleo = try Learner("cleo")
    try cleo.enrolment.send(.receive(exercise: "One", submission: "weak"), at: 6_000)
    try cleo.enrolment.send(
      .record(Self.result("weak", earned: 1, [:], isolation: "none")), at: 7_000)
    try cleo.enrolment.send(.receive(exercise: "One", submission: "strong"), at: 8_000)
    try cleo.enrolment.send(.record(Self.result("strong", earned: 9, [:])), at: 9_000)
    try cleo.sitting.send(
      .start(form: Samples.form, minutes: 1, afterClosing: "key"), at: 40_000)
    // Ada's time is up one minute after 5 000, Cleo's one minute after 40 000.
    let report = try Self.report(ada.events + ben.events + cleo.events, at: 100_000)
    let told = report.concerns.map {
      "\($0.taking.learner) \($0.kind.rawValue) \($0.exercise ?? "")"
    }
    #expect(
      told == [
        "ada gradingBroke One", "ada notGraded Two", "ben weakIsolation One",
        "ben weakIsolation Two", "ben sittingTakenBack ", "ada sittingOverdue ",
      ])
    #expect(report.concerns[0].detail == "No room.")
    #expect(report.concerns[4].detail.contains("Eve"))
    #expect(report.concerns[4].detail.contains("Power cut"))
  }

  @Test("An exercise of weight 0 counts for no certificate, so its isolation concerns nobody")
  func weightless() throws {
    var life = Life(Enrolment())
    try life.send(.open(Samples.opening(scheme: Samples.scheme(weights: 0, 3))), at: 1_000)
    for exercise in ["One", "Two"] {
      try life.send(.receive(exercise: exercise, submission: exercise), at: 2_000)
      try life.send(
        .record(Samples.result(exercise, exercise, earned: 1, isolation: "none")), at: 3_000)
    }
    let standing = try Standing(
      try #require(life.state.opened), enrolment: life.state, sitting: Life(Sitting()).state)
    #expect(standing.weaklyIsolated.map(\.name) == ["Two"])
  }

  @Test("Remarks are made at the borders they are documented with")
  func remarks() {
    func remarks(
      _ value: Double?, facility: Rational?, expected: Rational? = Rational(1, over: 2)
    ) -> [ClassReport.Item.Remark] {
      ClassReport.Item(
        figures: ItemFigures(
          question: "Q", learners: 40, tried: 40, facility: facility, earned: nil, tries: nil,
          discrimination: value.map { .value($0) } ?? .tooFew), part: .reviewQuestions,
        bullet: nil, kind: nil, expected: expected
      ).remarks
    }
    let half = Rational(1, over: 2)
    #expect(remarks(-0.001, facility: half) == [.contradictsRest])
    #expect(remarks(0, facility: half) == [.tellsLittle])
    #expect(remarks(0.1999, facility: half) == [.tellsLittle])
    #expect(remarks(0.2, facility: half) == [])
    #expect(remarks(nil, facility: Rational(1, over: 4)) == [.harderThanExpected])
    #expect(remarks(nil, facility: Rational(26, over: 100)) == [])
    #expect(remarks(nil, facility: Rational(3, over: 4)) == [.easierThanExpected])
    #expect(remarks(nil, facility: nil) == [])
    #expect(remarks(nil, facility: .zero, expected: nil) == [])
  }
}
