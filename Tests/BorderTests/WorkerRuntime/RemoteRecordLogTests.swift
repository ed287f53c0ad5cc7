import EventSourcing
import Testing
import WorkerRuntime

@testable import Border

@Suite("A worker's record log is the suite's", .timeLimit(.minutes(10)))
struct RemoteRecordLogTests {
  private static let everyFault: [StorageFault] = [.notWritten, .outcomeUnknown, .unavailable]

  /// Lets the worker's side do something, answers its one call, and gives back what came out.
  private func exchange<Value: Sendable, Call: WireCall>(
    _ suite: HandDrivenSuite, answering reply: Call.Reply, expecting check: (Call) -> Void,
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Result<Value, any Error> {
    let outcome = Task { try await body() }
    var frames = suite.frames.makeAsyncIterator()
    let frame = try #require(try await frames.next())
    #expect(frame.kind == .call(method: Call.method))
    check(try frame.body(as: Call.self))
    suite.send(try Frame.reply(reply, id: frame.id))
    return await outcome.result
  }

  @Test("Appending calls the suite with the log's handle and every byte")
  func append() async throws {
    let suite = try HandDrivenSuite()
    let log = RemoteRecordLog(Handle(4), in: suite.worker)
    let record = Array(UInt8.min...UInt8.max)
    let outcome = try await exchange(suite, answering: .success(Nothing())) {
      (call: RecordLogCalls.Append) in
      #expect(call.log == Handle(4))
      #expect(call.record == record)
    } _: {
      try await log.append(record)
    }
    #expect(throws: Never.self) { try outcome.get() }
  }

  @Test("Reading gives the suite's records in its order")
  func records() async throws {
    let suite = try HandDrivenSuite()
    let log = RemoteRecordLog(Handle(5), in: suite.worker)
    let stored: [[UInt8]] = [[2], [], [1, 255]]
    let outcome = try await exchange(suite, answering: .success(stored)) {
      (call: RecordLogCalls.Records) in
      #expect(call.log == Handle(5))
    } _: {
      try await log.records()
    }
    #expect(try outcome.get() == stored)
  }

  @Test("Every fault of the suite's log is thrown in the worker as it is", arguments: everyFault)
  func faults(fault: StorageFault) async throws {
    let suite = try HandDrivenSuite()
    let log = RemoteRecordLog(Handle(4), in: suite.worker)
    let appended = try await exchange(suite, answering: .failure(fault)) {
      (_: RecordLogCalls.Append) in
    } _: {
      try await log.append([1])
    }
    #expect(throws: fault) { try appended.get() }
    let read = try await exchange(suite, answering: .failure(fault)) {
      (_: RecordLogCalls.Records) in
    } _: {
      try await log.records()
    }
    #expect(throws: fault) { try read.get() }
  }

  @Test("Overlapping calls get their own answers, in whatever order these come")
  func overlapping() async throws {
    let suite = try HandDrivenSuite()
    let worker = suite.worker
    let reads = (0..<20).map { number in
      Task { try await RemoteRecordLog(Handle(number), in: worker).records() }
    }
    var frames = suite.frames.makeAsyncIterator()
    var calls: [(id: Int, log: Int)] = []
    for _ in reads {
      let frame = try #require(try await frames.next())
      calls.append((frame.id, try frame.body(as: RecordLogCalls.Records.self).log.number))
    }
    #expect(Set(calls.map(\.id)).count == reads.count)
    for call in calls.reversed() {
      let reply: RecordLogCalls.Records.Reply = .success([[UInt8(call.log)]])
      suite.send(try Frame.reply(reply, id: call.id))
    }
    for (number, read) in reads.enumerated() {
      #expect(try await read.value == [[UInt8(number)]])
    }
  }

  @Test("A call that the suite refuses, or answers with something else, throws")
  func refused() async throws {
    let suite = try HandDrivenSuite()
    let worker = suite.worker
    var frames = suite.frames.makeAsyncIterator()
    let refused = Task { try await worker.call(Probe(text: "x")) }
    suite.send(try Frame.refusal("not here", id: try #require(try await frames.next()).id))
    let error = await #expect(throws: SuiteRefusal.self) { try await refused.value }
    #expect(error?.description == "The suite refused a call: not here.")
    let wrong = Task { try await worker.call(Probe(text: "x")) }
    suite.send(try Frame.reply(7, id: try #require(try await frames.next()).id))
    await #expect(throws: FrameError.malformed) { try await wrong.value }
  }
}
