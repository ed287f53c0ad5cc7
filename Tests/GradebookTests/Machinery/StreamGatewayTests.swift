import CQRS
import EventSourcing
import Gradebook
import SQLiteStore
import TestSupport
import Testing

@Suite(
  "A gateway carries commands to the rules and decisions to the store", .timeLimit(.minutes(10)))
struct StreamGatewayTests {
  private let folder: TemporaryFolder
  private let store: SQLiteEventStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteEventStore.create(at: folder.file())
  }

  /// A gateway to a store.
  private func gateway(
    _ store: any EventStore, attempts: Int = 3
  ) -> StreamGateway<AccountRules> {
    StreamGateway(AccountRules(), codec: AccountCodec(), store: store, maxAttempts: attempts)
  }

  /// Sends a command and returns what came of it.
  private func send(
    _ command: AccountRules.Command, _ id: CommandID, to store: any EventStore,
    expecting: ExpectedVersion? = nil, attempts: Int = 3
  ) async -> Outcome<CommandReceipt, GatewayError<AccountRules.Rejection>> {
    await Outcome { () async throws(GatewayError<AccountRules.Rejection>) in
      try await gateway(store, attempts: attempts).send(
        CommandEnvelope(
          stream: "lot", command: command,
          context: DecisionContext(commandID: id, now: 77, actor: "ida"), expecting: expecting))
    }
  }

  /// A receipt.
  private func receipt(
    _ id: CommandID, _ version: StreamVersion, _ position: GlobalPosition
  ) -> Outcome<CommandReceipt, GatewayError<AccountRules.Rejection>> {
    .success(CommandReceipt(commandID: id, version: version, position: position))
  }

  /// What the stream holds.
  private func stream() async throws -> [RecordedEvent] {
    try await store.read("lot", from: 1, limit: 100).events
  }

  /// An event that another writer stores.
  private func rival(_ number: Int, _ amount: Int64 = 1) -> NewEvent {
    AccountCodec().encode(.added("a", amount), id: EventID(rawValue: "rival-\(number)"))
  }

  @Test(
    "An accepted command stores its events at once, with cause, time and identifiers of its own")
  func accepted() async throws {
    #expect(await send(.add(3), "c-1", to: store) == receipt("c-1", 1, 1))
    #expect(await send(.addTwice(3), "c-2", to: store) == receipt("c-2", 3, 3))
    let events = try await stream()
    #expect(events.map(\.event.id) == ["c-1/0", "c-2/0", "c-2/1"])
    #expect(events.map { $0.event.metadata["causation"] } == ["c-1", "c-2", "c-2"])
    #expect(events.allSatisfy { $0.recordedAt == 77 })
  }

  @Test("A refused command, and one that changes nothing, append nothing")
  func refused() async throws {
    let store = InterruptedStore(before: store)
    #expect(await send(.add(8), "c-1", to: store) == receipt("c-1", 1, 1))
    #expect(await send(.add(3), "c-2", to: store) == .failure(.refused(.tooMuch(8))))
    #expect(await send(.nothing, "c-3", to: store) == receipt("c-3", 1, .start))
    #expect(store.appends == 1)
  }

  @Test("A command that comes again gets its first receipt, whatever the rules would say now")
  func repeated() async throws {
    let store = InterruptedStore(before: store)
    #expect(await send(.addTwice(4), "c-1", to: store) == receipt("c-1", 2, 2))
    #expect(await send(.add(1), "c-2", to: store) == receipt("c-2", 3, 3))
    #expect(await send(.addTwice(4), "c-1", to: store) == receipt("c-1", 2, 2))
    #expect(store.appends == 2)
  }

  @Test("A conflict is decided anew, which may refuse now")
  func conflicts() async throws {
    let faster = InterruptedStore(before: store, [.rival(rival(1)), .rival(rival(2))])
    #expect(await send(.add(3), "c-1", to: faster) == receipt("c-1", 3, 3))
    #expect(faster.appends == 3)
    let fullest = InterruptedStore(before: store, [.rival(rival(3, 5))])
    #expect(await send(.add(1), "c-2", to: fullest) == .failure(.refused(.tooMuch(10))))
    let never = InterruptedStore(
      before: store, (4...8).map { .rival(rival($0, 0)) })
    #expect(await send(.add(0), "c-3", to: never, attempts: 4) == .failure(.attemptsExhausted(4)))
    #expect(never.appends == 4)
  }

  @Test("An expectation of the caller is final")
  func expectations() async throws {
    let store = InterruptedStore(before: store)
    #expect(await send(.add(1), "c-1", to: store, expecting: .noStream) == receipt("c-1", 1, 1))
    #expect(
      await send(.add(1), "c-2", to: store, expecting: .exact(5)) == .failure(.conflict(actual: 1)))
    #expect(store.appends == 2)
    // A command that was carried out is answered, whatever is expected by now.
    #expect(await send(.add(1), "c-1", to: store, expecting: .noStream) == receipt("c-1", 1, 1))
  }

  @Test("A fault makes the gateway unavailable, and sent again the command is carried out once")
  func faults() async throws {
    let faults: [InterruptedStore.Interruption] = [
      .fault(.notWritten), .fault(.unavailable), .fault(.outcomeUnknown), .lostAnswer,
    ]
    for (number, fault) in faults.enumerated() {
      let id = CommandID(rawValue: "c-\(number)")
      let store = InterruptedStore(before: store, [fault])
      #expect(await send(.add(1), id, to: store) == .failure(.unavailable))
      let version = number + 1
      #expect(
        await send(.add(1), id, to: store)
          == receipt(id, StreamVersion(rawValue: version), GlobalPosition(rawValue: Int64(version)))
      )
      #expect(try await stream().count == version)
    }
  }

  @Test("A history that cannot be understood makes the gateway unavailable and is not added to")
  func poison() async throws {
    _ = try await store.append(
      [NewEvent(id: "x", type: "unheard of", payload: .null)], to: "lot", expecting: .any, at: 0)
    #expect(await send(.add(1), "c-1", to: store) == .failure(.unavailable))
    #expect(try await stream().count == 1)
  }

  @Test("Many at once come to what they would one after another")
  func overlapping() async throws {
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for number in 1...16 {
        // Every command is sent twice.
        let id = CommandID(rawValue: "c-\(number % 8)")
        group.addTask {
          if case .success = await send(.add(2), id, to: store, attempts: 50) {
            true
          } else {
            false
          }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    let events = try await stream()
    #expect(events.count == 5)
    #expect(Set(events.map(\.event.id)).count == 5)
    #expect(outcomes.count { $0 } == 10)
  }
}
