import Border
import CQRS
import EventSourcing
import SeedVault

extension Worker {
  /// Does once what every worker does first, so that processes forked from this one need not.
  ///
  /// What is paid for here is the runtime's: it looks up conformances and makes the metadata of generic types, the
  /// first time that a value of a type is read or written. **It starts no task and no thread**, since a process that is
  /// going to be forked must have one thread only, **and keeps no value**.
  public static func warmUp() {
    carry([LotEvent.exhausted(at: 1), .tested(sown: 1, germinated: 1, at: 2)])
    carry(Outcome<[LotEvent], LotRejection>.success([.reserved("r", seeds: 1, at: 3)]))
    carry([Outcome<[LotEvent], LotRejection>.failure(.inQuarantine(until: 4))])
    carry([LotCommand.reserve("r", seeds: 1), .recordTest(sown: 1, germinated: 1)])
    carry(VaultPolicy(reserveFloor: 1, minViabilityPermille: 1))
    carry([DecisionContext(commandID: "c", now: 1, actor: "a")])
    let event = NewEvent(
      id: "e", type: "t", schema: 1, payload: .object(["a": .array([.int(1), .string("b")])]),
      metadata: ["m": "n"])
    let recorded = RecordedEvent(event: event, stream: "s", version: 1, position: 1, recordedAt: 1)
    carry([event])
    carry(ExpectedVersion.exact(1))
    carry(
      Outcome<StreamSlice, EventStoreError>.success(StreamSlice(events: [recorded], version: 1)))
    carry(Outcome<AppendReceipt, EventStoreError>.failure(.storage(.unavailable)))
    carry(
      Outcome<FeedPage, EventStoreError>.success(
        FeedPage(events: [recorded], next: 2, caughtUp: true)))
    carry(
      ViewCommit(
        projection: "p", writes: [.put(ViewKey("c", "k"), .null), .remove(ViewKey("c", "l"))],
        checkpoint: 1))
    carry(Handle(1))
    carry(Ping())
  }

  /// Sends a value through the protocol and back.
  private static func carry<Value: Codable>(_ value: Value) {
    do {
      var frames = FrameBuffer()
      frames.append(try Frame.reply(value, id: 1))
      _ = try frames.next()?.reply(as: Value.self)
    } catch {
      preconditionFailure("a frame of our own is one: \(error)")
    }
  }
}
