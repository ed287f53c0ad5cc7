import CQRS
import EventSourcing
import SuiteSupport

/// What a runner is tried on: a feed and a view store of the suite's, and a tally to carry along.
struct Bench {
  /// The events.
  let feed: FakeFeed
  /// The documents.
  let views: FakeViewStore
  /// The projection.
  let tally: Tally

  /// A bench with a history; see ``TallyEvent/history(_:after:)``.
  ///
  /// - Parameters:
  ///   - script: The events.
  ///   - views: The documents.
  ///   - tally: The projection.
  ///   - timesFall: Whether each event was recorded at an earlier time than the one before it.
  init(
    _ script: String, views: FakeViewStore = FakeViewStore(), tally: Tally = Tally(),
    timesFall: Bool = false
  ) {
    feed = FakeFeed(
      TallyEvent.history(script).enumerated().map { index, event in
        var event = event
        if timesFall { event.recordedAt = Timestamp(rawValue: -Int64(index)) }
        return event
      })
    self.views = views
    self.tally = tally
  }

  /// A new runner of the learner's.
  func runner(batch: Int, in worker: Worker = .current) -> Runner {
    Runner(tally, feed: feed, views: views, batch: batch, in: worker)
  }

  /// Lets more happen.
  func append(_ script: String) {
    feed.append(TallyEvent.history(script, after: feed.events.count))
  }

  /// The position of the last event.
  var end: GlobalPosition { feed.events.last?.position ?? .start }

  /// The history, one line for each event.
  var given: [Any] {
    feed.events.map { event in
      let payload = plain(event.event.payload)
      return "\(event.position.rawValue): \(event.event.type) \(payload)"
    }
  }

  // MARK: - Demands

  /// Checks that a run gets to the end.
  func expectEnd(
    of outcome: Outcome<GlobalPosition, ProjectionError>, when: @autoclosure () -> String
  ) throws {
    try check(outcome, equals: .success(end), given: given, when: when())
  }

  /// Checks that the store holds what all events come to, with the checkpoint at the end.
  func expectWhole(when: @autoclosure () -> String) async throws {
    try check(
      views.contents.checkpoints[tally.name], equals: end, given: given,
      when: "\(when()); the checkpoint is read")
    try await expectConsistent(views.contents, when: when())
  }

  /// Checks that the tally's documents are those of exactly the events up to its checkpoint.
  func expectConsistent(_ contents: ViewContents, when: @autoclosure () -> String) async throws {
    let checkpoint = contents.checkpoints[tally.name] ?? .start
    let events = feed.events.filter { $0.position <= checkpoint }
    let expected = try await SerialRun.contents(of: tally.twin, after: events)
    try check(
      contents.documents(of: tally.name), equal: expected.documents, given: given,
      when: "\(when()), with the checkpoint at \(checkpoint.rawValue)")
  }

  /// Checks that at every moment so far the documents were those of the events up to the checkpoint.
  func expectConsistentMoments(when: @autoclosure () -> String) async throws {
    for (number, moment) in views.moments.enumerated() {
      try await expectConsistent(moment, when: "\(when()); after change \(number + 1) of the store")
    }
  }
}

extension ProjectionRunner {
  /// What comes of catching up, as a value.
  func caughtUp() async -> Outcome<GlobalPosition, ProjectionError> {
    await Outcome { () async throws(ProjectionError) in try await catchUp() }
  }

  /// What comes of rebuilding, as a value.
  func rebuilt() async -> Outcome<GlobalPosition, ProjectionError> {
    await Outcome { () async throws(ProjectionError) in try await rebuild() }
  }
}
