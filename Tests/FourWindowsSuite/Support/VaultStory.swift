import CQRS
import EventSourcing
import SeedVault
import SuiteSupport

/// A history of several lots, as it is stored and as it is to be understood.
struct VaultStory: Sendable {
  /// What understands the stored events.
  let codec = NotebookCodec()
  /// The events as they are stored; positions have gaps.
  private(set) var events: [RecordedEvent] = []
  /// What they say, with the position of the stored event.
  private(set) var facts: [(position: GlobalPosition, fact: Fact)] = []

  /// An empty story.
  init() {}

  /// A story of some facts, each stored for itself.
  init(_ facts: [Fact]) {
    for fact in facts { add(fact.lot, fact.event) }
  }

  /// The position of the last event.
  var end: GlobalPosition { events.last?.position ?? .start }

  /// The history, one line for each event.
  var given: [String] { given(upTo: end) }

  /// The history up to a position, one line for each event.
  func given(upTo position: GlobalPosition) -> [String] {
    facts.filter { $0.position <= position }.map { "\($0.fact.lot): \(describe($0.fact.event))" }
  }

  /// Adds what happened to a lot, each event stored for itself in its current form.
  mutating func add(_ lot: LotID, _ happened: LotEvent...) {
    for event in happened {
      let id = nextID
      append(codec.encode(event, id: id), to: lot.stream)
      facts.append((end, Fact(lot: lot, event: event)))
    }
  }

  /// Adds one stored event of any type that stands for some facts, or for none.
  mutating func add(
    _ lot: LotID, stored type: String, schema: Int = 1, meaning happened: [LotEvent]
  ) {
    let id = nextID
    codec.note(.success(happened), for: id)
    append(NewEvent(id: id, type: type, schema: schema, payload: .null), to: lot.stream)
    for event in happened { facts.append((end, Fact(lot: lot, event: event))) }
  }

  /// Adds one stored event that says something, but not about a lot.
  mutating func addForeign(_ event: LotEvent, in stream: StreamID) {
    append(codec.encode(event, id: nextID), to: stream)
  }

  /// Adds one stored event that the codec does not know.
  mutating func addUnknown(_ lot: LotID, type: String, schema: Int = 1) {
    append(
      NewEvent(id: nextID, type: type, schema: schema, payload: .null), to: lot.stream)
  }

  /// The identifier of the next stored event.
  private var nextID: EventID { EventID(rawValue: "e-\(events.count + 1)") }

  /// Stores one event.
  private mutating func append(_ event: NewEvent, to stream: StreamID) {
    let number = events.count + 1
    events.append(
      RecordedEvent(
        event: event, stream: stream,
        version: StreamVersion(rawValue: events.count { $0.stream == stream } + 1),
        position: TallyEvent.position(number), recordedAt: Timestamp(rawValue: -Int64(number))))
  }

  // MARK: - Demands

  /// What the learner's window comes to, carried along by the suite.
  func contents(of window: Window, in worker: Worker = .current) async throws -> ViewContents {
    let projection = window.projection(by: codec, in: worker)
    do throws(ProjectionError) {
      return try await SerialRun.contents(of: projection, after: events)
    } catch {
      try check(
        false, expected: "changes, for every event", got: error, given: given,
        when: "\(window) is carried along")
      return ViewContents()
    }
  }

  /// Carries the learner's window along, and checks it after every event.
  func expect(
    _ window: Window, in worker: Worker = .current, ordered: Bool = true
  ) async throws {
    guard let mismatch = await mismatch(of: window, in: worker, ordered: ordered) else { return }
    try check(
      false, expected: mismatch.expected, got: mismatch.got, given: mismatch.given,
      when: mismatch.when)
  }

  /// Checks what a window shows in the end.
  func expect(_ window: Window, in contents: ViewContents, when: String) throws {
    guard
      let difference = VaultViews(facts.map(\.fact)).difference(from: contents, in: window)
    else { return }
    try check(
      false, expected: difference.expected, got: difference.got, given: given,
      when: "\(when): \(difference.place)")
  }

  /// The first moment at which the learner's window does not show what it has to.
  func mismatch(
    of window: Window, in worker: Worker = .current, ordered: Bool = true
  ) async -> Mismatch? {
    var run = SerialRun(window.projection(by: codec, in: worker))
    for event in events {
      let given = given(upTo: event.position)
      let when = "\(window) is carried along to the event at \(event.position.rawValue)"
      do throws(ProjectionError) {
        try await run.apply(event)
      } catch {
        return Mismatch(given: given, when: when, expected: "changes", got: describe(error))
      }
      let past = facts.filter { $0.position <= event.position }.map(\.fact)
      if let difference = VaultViews(past).difference(
        from: run.contents, in: window, ordered: ordered)
      {
        return Mismatch(
          given: given, when: "\(when): \(difference.place)", expected: difference.expected,
          got: difference.got)
      }
    }
    return nil
  }
}
