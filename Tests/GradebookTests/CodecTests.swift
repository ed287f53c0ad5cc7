import EventSourcing
import Gradebook
import Grading
import Testing

@Suite("Events of the gradebook as they are stored")
struct CodecTests {
  /// Lives of an enrolment and a sitting in which everything happens that can.
  private static func takings() throws -> (enrolment: [EnrolmentEvent], sitting: [SittingEvent]) {
    var enrolment = Life(Enrolment())
    try enrolment.send(.open(Samples.opening()), at: 1_000)
    try enrolment.send(Samples.attempt("Q1", Rational(1, over: 3)), at: 2_000)
    try enrolment.send(.receive(exercise: "One", submission: "s"), at: 3_000)
    try enrolment.send(.fail(exercise: "One", submission: "s", reason: "r"), at: 4_000)
    try enrolment.send(.record(Samples.result("One", "s", earned: 3)), at: 5_000)
    try enrolment.send(.close(reason: "r"), at: 6_000)
    var sitting = Life(Sitting())
    try sitting.send(.start(form: Samples.form, minutes: 5, afterClosing: "key"), at: 1_000)
    try sitting.send(.answer("E1", .options(["b"])), at: 2_000)
    try sitting.send(.finish, at: 3_000)
    try sitting.send(.reset(by: "X", reason: "r"), at: 4_000)
    return (enrolment.events, sitting.events)
  }

  /// The same of a certificate, of the status list and of a submission's files.
  private static func others() throws -> ([CertificateEvent], [StatusEvent], [SubmissionEvent]) {
    var certificate = Life(Certification())
    let eligibility = CertificateCommand.Eligibility(
      mark: Rational(4, over: 5), passMark: 75, isExamOver: true, weaklyIsolated: [])
    try certificate.send(
      .issue(.init(id: "c", document: "{}", paper: "", record: "", statusIndex: 7), eligibility),
      at: 1_000)
    try certificate.send(.revoke(by: "X", reason: "r"), at: 2_000)
    var list = Life(StatusAllotment(size: 10))
    try list.send(.init(taking: Samples.taking, start: 7), at: 1_000)
    var files = Life(StoredSubmission())
    try files.send(.init(exercise: "One", files: ["a.swift": "YQ=="]), at: 1_000)
    return (certificate.events, list.events, files.events)
  }

  /// An event as a store gives it back.
  private func recorded(_ event: NewEvent) -> RecordedEvent {
    RecordedEvent(
      event: event, stream: "s", version: 1, position: 1, recordedAt: 0)
  }

  /// Checks that there is an event of every name, and that each comes back as it was.
  private func checkRoundTrip<Event: GradebookEvent>(of events: [Event]) throws {
    let codec = GradebookCodec<Event>()
    #expect(Set(events.map(\.storedForm.name)) == Set(Event.Name.allCases))
    for event in events {
      let stored = codec.encode(event, id: "1")
      #expect(stored.id == "1")
      #expect(stored.type == event.storedForm.name.rawValue)
      #expect(stored.metadata.isEmpty)
      for mode in [ReaderMode.strict, .tolerant] {
        #expect(try codec.decode(recorded(stored), mode: mode) == [event])
      }
    }
  }

  @Test("An event of every name comes back as it was, in both modes")
  func roundTrip() throws {
    let (enrolment, sitting) = try Self.takings()
    try checkRoundTrip(of: enrolment)
    try checkRoundTrip(of: sitting)
    try checkRoundTrip(
      of: enrolment.map(AnyGradebookEvent.enrolment) + sitting.map(AnyGradebookEvent.sitting))
    let (certificate, list, files) = try Self.others()
    try checkRoundTrip(of: certificate)
    try checkRoundTrip(of: list)
    try checkRoundTrip(of: files)
  }

  @Test("The steps of each kind of event make a chain, and no two kinds have a name in common")
  func steps() throws {
    for steps in [
      AnyGradebookEvent.upcasters, CertificateEvent.upcasters, StatusEvent.upcasters,
      SubmissionEvent.upcasters,
    ] { _ = try UpcasterSteps.make(steps) }
    let types = [
      EnrolmentEvent.types, SittingEvent.types, CertificateEvent.types, StatusEvent.types,
      SubmissionEvent.types,
    ]
    #expect(types.reduce(0) { $0 + $1.count } == types.reduce(Set()) { $0.union($1) }.count)
  }

  @Test("The names under which events are stored are these, for ever")
  func names() {
    #expect(
      AnyGradebookEvent.types == [
        "enrolment.opened", "review.answered", "submission.received", "submission.graded",
        "submission.grading-failed", "enrolment.closed", "sitting.started", "sitting.answered",
        "sitting.finished", "sitting.reset",
      ])
    #expect(SubmissionEvent.types == ["submission.stored"])
    #expect(StatusEvent.types == ["status.allotted"])
    #expect(CertificateEvent.types == ["certificate.issued", "certificate.revoked"])
  }

  @Test("An answer is stored as written here, so that a later grader can read it")
  func storedAnswer() throws {
    let payload: JSONValue = .object([
      "question": .string("Q1"), "itemDigest": .string("d"), "number": .int(2),
      "attempt": .object([
        "answer": .object(["text": .object(["_0": .string("x")])]), "marked": .string("1/3"),
        "credit": .string("1/6"),
      ]), "at": .int(2_000),
    ])
    let stored = recorded(NewEvent(id: "1", type: "review.answered", payload: payload))
    let events = try GradebookCodec<EnrolmentEvent>().decode(stored, mode: .strict)
    guard case .reviewAnswered(let answered)? = events.first else {
      Issue.record("an answer was stored")
      return
    }
    #expect(answered.attempt.credit.value == Rational(1, over: 6))
    #expect(answered.attempt.answer == .text("x"))
    #expect(GradebookCodec<EnrolmentEvent>().encode(events[0], id: "1").payload == payload)
  }

  @Test(
    "Unknown types and newer schemas are errors to a strict reader and nothing to a tolerant one")
  func unknown() throws {
    let codec = GradebookCodec<EnrolmentEvent>()
    for (type, schema) in [("enrolment.renamed", 1), ("enrolment.closed", 2), ("", 1)] {
      let stored = recorded(
        NewEvent(id: "1", type: type, schema: schema, payload: .object([:])))
      #expect(throws: EvolutionError.unknownType(SchemaKey(type, schema))) {
        try codec.decode(stored, mode: .strict)
      }
      #expect(try codec.decode(stored, mode: .tolerant) == [])
    }
  }

  @Test("Content that is not what the name promises is an error in both modes and never traps")
  func malformed() throws {
    let codec = GradebookCodec<AnyGradebookEvent>()
    let contents: [JSONValue] = [
      .null, .int(1), .string("x"), .array([]), .object([:]), .object(["at": .string("now")]),
      .object(["at": .int(1), "reason": .int(2), "sitting": .int(1)]),
    ]
    for type in AnyGradebookEvent.types {
      for content in contents {
        let stored = recorded(NewEvent(id: "1", type: type, payload: content))
        for mode in [ReaderMode.strict, .tolerant] {
          #expect(throws: EvolutionError.malformed(SchemaKey(type, 1), field: "")) {
            try codec.decode(stored, mode: mode)
          }
        }
      }
    }
  }

  @Test("A taking and its streams name each other, also for learners with hyphens and digits")
  func streams() {
    for id in [
      TakingID(learner: "ada", number: 1), TakingID(learner: "ada-1", number: 12),
      TakingID(learner: "a-b-c", number: 3), TakingID(learner: "9", number: 1),
    ] {
      #expect(TakingID(of: id.enrolment) == id)
      #expect(TakingID(of: id.sitting) == id)
    }
    for stream: StreamID in ["submission-One-abc", "enrolment", "enrolment-ada", "other-ada-1"] {
      #expect(TakingID(of: stream) == nil, "\(stream)")
    }
  }

  @Test("A learner's name is plain", arguments: ["ada", "a", "7of9", "ada.l_2-x"])
  func names(of learner: String) {
    #expect(TakingID.isLearnerName(learner))
  }

  @Test(
    "Anything else cannot name a learner",
    arguments: [
      "", "Ada", "ädä", "-a", ".a", "a b", "a/b", "a\n", String(repeating: "a", count: 65),
    ])
  func notNames(of learner: String) {
    #expect(!TakingID.isLearnerName(learner))
  }
}
