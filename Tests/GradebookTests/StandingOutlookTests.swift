import EventSourcing
import Gradebook
import Grading
import SeededRandom
import Testing

@Suite("What remains to pass of a taking")
struct StandingOutlookTests {
  private static let questions: [QuestionID] = ["Q1", "Q2", "Q3"]

  /// Where a taking stands.
  private static func standing(
    _ enrolment: Life<Enrolment>, _ sitting: Life<Sitting>
  ) throws -> Standing {
    try Standing(
      try #require(enrolment.state.opened), enrolment: enrolment.state, sitting: sitting.state)
  }

  /// Hands in an exercise with a result.
  private static func handIn(
    _ exercise: String, earned: Int, _ number: Int, at now: Timestamp, _ life: inout Life<Enrolment>
  ) throws {
    let digest = "\(exercise)-\(number)"
    try life.send(.receive(exercise: exercise, submission: digest), at: now)
    try life.send(.record(Samples.result(exercise, digest, earned: earned)), at: now)
  }

  @Test(
    "Whatever happened so far, being right from then on leads exactly to the most that was promised",
    arguments: [11, 12, 13] as [UInt64])
  func promised(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<40 {
      var enrolment = Life(Enrolment())
      var sitting = Life(Sitting())
      try enrolment.send(.open(Samples.opening()), at: 1_000)
      for step in 0..<random.next(below: 8) {
        switch random.next(below: 3) {
        case 0, 1:
          let marked = random.pick([.zero, Rational(1, over: 2), .one])
          do throws(EnrolmentRejection) {
            try enrolment.send(Samples.attempt(random.pick(Self.questions), marked), at: 10_000)
          } catch { guard case .questionOver = error else { throw error } }
        default:
          try Self.handIn(
            random.pick(["One", "Two"]), earned: random.next(below: 11), step, at: 10_000,
            &enrolment)
        }
      }
      let before = try Self.standing(enrolment, sitting)
      let canHandIn = random.toss()
      let outlook = before.outlook(
        policy: { $0 == "Q3" ? nil : Samples.policy }, canHandIn: { $0 == "One" || canHandIn },
        exam: .one)
      // Now everything that is still possible goes right; Q3 is no longer in the files.
      for question in ["Q1", "Q2"] as [QuestionID]
      where !(enrolment.state.review[question] ?? Tries()).areOver(under: Samples.policy) {
        try enrolment.send(Samples.attempt(question), at: 20_000)
      }
      try Self.handIn("One", earned: 10, 100 + round, at: 20_000, &enrolment)
      if canHandIn {
        try Self.handIn("Two", earned: 10, 200 + round, at: 20_000, &enrolment)
      }
      try sitting.send(.start(form: Samples.form, minutes: nil, afterClosing: "key"), at: 20_000)
      try sitting.send(.answer("E1", .options(["b"])), at: 20_000)
      try sitting.send(.answer("E2", .options(["a"])), at: 20_000)
      try sitting.send(.finish, at: 20_000)
      let after = try Self.standing(enrolment, sitting)
      #expect(after.mark.total == outlook.most)
      #expect(after.mark.isPass == outlook.canPass)
      #expect(after.exam.score == .one)
    }
  }

  @Test("In a closed taking nothing is open")
  func closed() throws {
    var enrolment = Life(Enrolment())
    try enrolment.send(.open(Samples.opening()), at: 1_000)
    try enrolment.send(Samples.attempt("Q1"), at: 2_000)
    try enrolment.send(.close(reason: "r"), at: 3_000)
    let outlook = try Self.standing(enrolment, Life(Sitting())).outlook(
      policy: { _ in Samples.policy }, canHandIn: { _ in true }, exam: .one)
    #expect(outlook.parts.allSatisfy { !$0.isOpen })
    #expect(outlook.most == outlook.mark.total)
    #expect(outlook.most > .zero)
  }

  @Test("An exam that is over stays as it is")
  func examOver() throws {
    var enrolment = Life(Enrolment())
    var sitting = Life(Sitting())
    try enrolment.send(.open(Samples.opening()), at: 1_000)
    try sitting.send(.start(form: Samples.form, minutes: nil, afterClosing: "key"), at: 2_000)
    try sitting.send(.answer("E1", .options(["b"])), at: 2_000)
    try sitting.send(.finish, at: 3_000)
    let outlook = try Self.standing(enrolment, sitting).outlook(
      policy: { _ in Samples.policy }, canHandIn: { _ in true }, exam: .one)
    let exam = try #require(outlook.parts.last)
    #expect(exam.part.score == Rational(1, over: 2))
    #expect(!exam.isOpen)
  }
}
