import EventSourcing
import SeedVault

/// Rules that are wrong but simple: a state is the list of everything that happened.
struct SampleRules: LotRules {
  let policy: VaultPolicy

  init(policy: VaultPolicy) {
    self.policy = policy
  }

  var initialState: [LotEvent] { [] }

  func decide(
    _ command: LotCommand, in state: [LotEvent], context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    switch command {
    case .recordTest(let sown, let germinated):
      return [.tested(sown: sown, germinated: germinated, at: context.now)]
    default: throw .insufficientSeeds(available: policy.reserveFloor + state.count)
    }
  }

  func evolve(_ state: [LotEvent], _ event: LotEvent) -> [LotEvent] { state + [event] }

  func isTerminal(_ state: [LotEvent]) -> Bool { state.count > 1 }
}

/// A sorter that knows queries only.
struct SampleSorter: MessageSorter {
  func classify(_ card: MessageCard) -> MessageKind? { card.returnsData ? .query : nil }
}

/// A desk that counts from zero.
actor RowDesk: FrontDesk {
  private var count = 0

  init() {}

  func record(_ event: LotEvent) -> Ack {
    count += 1
    return Ack(version: count)
  }

  func ask(_ query: DeskQuery) -> DeskAnswer { .count(count) }
}

/// A desk that knows nothing.
struct FactDesk: FrontDesk {
  func record(_ event: LotEvent) async -> Ack { Ack(version: 1_000) }

  func ask(_ query: DeskQuery) async -> DeskAnswer { .unanswerable }
}

/// A chain that takes one step at most.
struct SampleChain: UpcasterChain {
  let steps: [any Upcaster]

  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> SampleChain {
    if steps.count > 1 { throw .ambiguousStep(steps[0].source) }
    return SampleChain(steps: steps)
  }

  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    guard let step = steps.first else { return [stored] }
    return try step.upcast(stored.payload)
  }
}

/// A codec that knows exhausted lots only.
struct SampleCodec: LotEventCodec {
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    guard case .exhausted(let at) = event else { return NewEvent(id: id, type: "", payload: .null) }
    return NewEvent(id: id, type: "lot.exhausted", payload: .int(at.rawValue))
  }

  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    if case .int(let at) = stored.event.payload, stored.event.type == "lot.exhausted" {
      return [.exhausted(at: Timestamp(rawValue: at))]
    }
    guard mode == .tolerant else {
      throw .unknownType(SchemaKey(stored.event.type, stored.event.schema))
    }
    return []
  }
}

/// A store that stores nothing and answers with numbers it was given.
struct SampleStore: LogBackedEventStore {
  let count: Int

  static func open(on log: any RecordLog) async throws(EventStoreError) -> SampleStore {
    do { return SampleStore(count: try await log.records().count) } catch { throw .storage(error) }
  }

  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    let version = StreamVersion(rawValue: count)
    guard expecting == .any else {
      throw .wrongExpectedVersion(expected: expecting, actual: version)
    }
    return AppendReceipt(version: version, position: GlobalPosition(rawValue: at.rawValue))
  }

  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    StreamSlice(events: [], version: from)
  }

  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    let next = GlobalPosition(rawValue: after.rawValue + Int64(types?.count ?? 0))
    return FeedPage(events: [], next: next, caughtUp: limit == 1)
  }

  /// Waits until it is cancelled.
  func awaitEvents(after position: GlobalPosition) async {
    while !Task.isCancelled { await Task.yield() }
  }
}
