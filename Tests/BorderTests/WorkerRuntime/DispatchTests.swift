import Border
import Synchronization
import Testing
import WorkerRuntime

@Suite("A worker answers whatever arrives", .timeLimit(.minutes(10)))
struct DispatchTests {
  /// A service whose method waits for a gate when it is told to, and answers with its argument.
  private static func echo(_ gate: Gate) -> WorkerService {
    WorkerService { suite in
      suite.serve(Probe.self) { probe in
        if probe.text == "wait" { await gate.pass() }
        if probe.text == "open" { await gate.open() }
        return probe.text
      }
    }
  }

  @Test("Several calls are in flight at once and are answered as they end")
  func inFlight() async throws {
    let suite = try HandDrivenSuite(serving: Self.echo(Gate()))
    var frames = suite.frames.makeAsyncIterator()
    for id in 1...5 { try suite.call(Probe(text: "wait"), id: id) }
    try suite.call(Probe(text: "now"), id: 6)
    let early = try #require(try await frames.next())
    #expect(early.id == 6)
    #expect(try early.reply(as: String.self) == "now")
    try suite.call(Probe(text: "open"), id: 7)
    var late: Set<Int> = []
    for _ in 0..<6 { late.insert(try #require(try await frames.next()).id) }
    #expect(late == [1, 2, 3, 4, 5, 7])
  }

  @Test("A method that nobody serves is refused by name")
  func unknownMethod() async throws {
    let suite = try HandDrivenSuite()
    var frames = suite.frames.makeAsyncIterator()
    try suite.call(Probe(text: "x"), id: 3)
    let frame = try #require(try await frames.next())
    #expect(frame.id == 3)
    #expect(frame.kind == .refusal(reason: "this worker has no method test.probe"))
  }

  @Test("An argument that cannot be decoded is refused, and the worker serves on")
  func undecodable() async throws {
    let suite = try HandDrivenSuite(serving: Self.echo(Gate()))
    var frames = suite.frames.makeAsyncIterator()
    let bodies = [#","body":null"#, #","body":{"text":1}"#, #","body":[]"#]
    for (id, body) in bodies.enumerated() {
      suite.send(framed(#"{"v":1,"id":\#(id),"call":"test.probe"\#(body)}"#))
      let frame = try #require(try await frames.next())
      #expect(frame.id == id)
      #expect(frame.kind == .refusal(reason: "sent bytes that are not a frame"))
    }
    try suite.call(Probe(text: "still here"), id: 9)
    let frame = try #require(try await frames.next())
    #expect(try frame.reply(as: String.self) == "still here")
  }

  @Test("What a method throws becomes a refusal in its words")
  func thrown() async throws {
    struct Broken: Error, CustomStringConvertible { let description = "it broke" }
    let suite = try HandDrivenSuite(
      serving: WorkerService { $0.serve(Probe.self) { (_: Probe) in throw Broken() } })
    var frames = suite.frames.makeAsyncIterator()
    try suite.call(Probe(text: "x"), id: 3)
    #expect(try await frames.next()?.kind == .refusal(reason: "it broke"))
  }

  @Test("Answers that nobody waits for are dropped, and the worker serves on")
  func strayAnswers() async throws {
    let suite = try HandDrivenSuite(serving: Self.echo(Gate()))
    var frames = suite.frames.makeAsyncIterator()
    suite.send(try Frame.reply(1, id: 99))
    suite.send(try Frame.refusal("no", id: -1))
    try suite.call(Probe(text: "x"), id: 1)
    #expect(try await frames.next()?.id == 1)
  }

  @Test(
    "A worker stops to read after bytes that are no frame",
    arguments: [
      [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0, 0, 0, 2, 0x7B, 0x7D], [0, 0, 0, 1, 0xFF],
    ] as [[UInt8]])
  func noFrame(bytes: [UInt8]) async throws {
    let suite = try HandDrivenSuite()
    suite.send(bytes)
    for await _ in suite.ended { return }
    Issue.record("the worker's end never stopped")
  }

  @Test("A worker stops to read when the suite hangs up, also within a frame")
  func hangUp() async throws {
    for rest in [[], [0, 0, 0, 9, 0x7B]] as [[UInt8]] {
      let suite = try HandDrivenSuite()
      suite.send(rest)
      suite.hangUp()
      var ends = 0
      for await _ in suite.ended { ends += 1 }
      #expect(ends == 1)
    }
  }

  @Test("Frames of many writers at once leave whole, though each is larger than the pipe")
  func wholeFrames() async throws {
    let suite = try HandDrivenSuite()
    var frames = suite.frames.makeAsyncIterator()
    let texts = (0..<16).map { String(repeating: "\($0 % 10)", count: 100_000 + $0) }
    let worker = suite.worker
    let writers = texts.enumerated().map { id, text in
      Task.detached { worker.send(try Frame.reply(text, id: id)) }
    }
    var received: [Int: String] = [:]
    for _ in texts {
      let frame = try #require(try await frames.next())
      received[frame.id] = try frame.reply(as: String.self)
    }
    for writer in writers { try await writer.value }
    #expect(received == Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($0, $1) }))
  }
}
