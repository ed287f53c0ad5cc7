import Border
import SeededRandom
import Testing

@Suite("A buffer cuts a stream into frames")
struct FrameBufferTests {
  /// What a test remembers of a frame that it put into a stream.
  private struct Sent: Equatable {
    var id: Int
    var kind: Frame.Kind
    var text: String?
  }

  /// A random frame, with what must come out of it.
  private static func frame(_ id: Int, _ random: inout SeededGenerator) throws -> ([UInt8], Sent) {
    let text = random.text(upTo: 40)
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      return (
        try Frame.call(Probe(text: text), id: id),
        Sent(id: id, kind: .call(method: "test.probe"), text: text)
      )
    case 1: return (try Frame.reply(text, id: id), Sent(id: id, kind: .reply, text: text))
    default:
      return (try Frame.refusal(text, id: id), Sent(id: id, kind: .refusal(reason: text)))
    }
  }

  /// What came out, in the form of what was put in.
  private static func received(_ frame: Frame) throws -> Sent {
    switch frame.kind {
    case .call:
      Sent(id: frame.id, kind: frame.kind, text: try frame.body(as: Probe.self).text)
    case .reply: Sent(id: frame.id, kind: frame.kind, text: try frame.reply(as: String.self))
    case .refusal: Sent(id: frame.id, kind: frame.kind, text: nil)
    }
  }

  @Test("Frames come out whole and in order wherever the stream is cut")
  func anyCuts() throws {
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed))
      let sent = try (0..<Int.random(in: 0...8, using: &random)).map { id in
        try Self.frame(id, &random)
      }
      var stream = sent.flatMap(\.0)[...]
      var buffer = FrameBuffer()
      var received: [Sent] = []
      while !stream.isEmpty {
        let piece = stream.prefix(Int.random(in: 0...60, using: &random))
        stream = stream.dropFirst(piece.count)
        buffer.append(piece)
        // Sometimes several pieces arrive before anybody looks.
        if random.toss() && !stream.isEmpty { continue }
        while let frame = try buffer.next() { received.append(try Self.received(frame)) }
      }
      #expect(received == sent.map(\.1), "seed \(seed)")
      #expect(!buffer.isMidFrame, "seed \(seed)")
    }
  }

  @Test("A frame waits for its last byte")
  func waits() throws {
    let bytes = framed(#"{"v":1,"id":7,"reply":true}"#)
    var buffer = FrameBuffer()
    #expect(!buffer.isMidFrame)
    for byte in bytes.dropLast() {
      buffer.append([byte])
      #expect(try buffer.next() == nil)
      #expect(buffer.isMidFrame)
    }
    buffer.append(bytes.suffix(1))
    #expect(try buffer.next()?.id == 7)
    #expect(try buffer.next() == nil)
  }

  @Test(
    "A frame over the limit is refused from its four length bytes alone",
    arguments: [
      ([0, 0, 0, 101], 101), ([0, 0, 1, 0], 256), ([0xFF, 0xFF, 0xFF, 0xFF], 4_294_967_295),
      ([0x80, 0, 0, 0], 2_147_483_648),
    ] as [([UInt8], Int)])
  func tooLarge(announced: [UInt8], bytes: Int) {
    var buffer = FrameBuffer(limits: FrameLimits(bytes: 100, depth: 8))
    buffer.append(announced)
    #expect(throws: FrameError.tooLarge(bytes: bytes, limit: 100)) { try buffer.next() }
  }

  @Test("A frame of exactly the limit passes and one of a byte more does not")
  func atTheLimit() throws {
    let text = Array(#"{"v":1,"id":1,"reply":"0123456789"}"#.utf8)
    var exact = FrameBuffer(limits: FrameLimits(bytes: text.count, depth: 8))
    exact.append(framed(text))
    #expect(try exact.next()?.kind == .reply)
    let short = FrameLimits(bytes: text.count - 1, depth: 8)
    #expect(throws: FrameError.tooLarge(bytes: text.count, limit: text.count - 1)) {
      try Frame(parsing: text, limits: short)
    }
  }

  @Test("The standard limits are 8 MiB and 64 levels")
  func standardLimits() throws {
    var buffer = FrameBuffer()
    buffer.append([0, 0x80, 0, 0])
    #expect(try buffer.next() == nil)
    var full = FrameBuffer()
    full.append([0, 0x80, 0, 1])
    #expect(throws: FrameError.tooLarge(bytes: 8_388_609, limit: 8_388_608)) { try full.next() }
  }

  @Test("It holds no more than one frame and one piece, though pieces always end within a frame")
  func bounded() throws {
    let bytes = try Frame.reply(String(repeating: "s", count: 100), id: 1)
    var buffer = FrameBuffer()
    buffer.append(bytes.prefix(10))
    var frames = 0
    for _ in 0..<2_000 {
      buffer.append(bytes.dropFirst(10) + bytes.prefix(10))
      while try buffer.next() != nil { frames += 1 }
      guard buffer.heldBytes <= 2 * bytes.count + 10 else { break }
    }
    #expect(frames == 2_000)
    #expect(buffer.heldBytes <= 2 * bytes.count + 10)
  }

  @Test("Garbage is waited for or refused, and never more than that")
  func garbage() {
    var refused = 0
    var waited = 0
    for seed in 0..<4_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      var buffer = FrameBuffer(limits: FrameLimits(bytes: 200, depth: 8))
      // Half of it is announced honestly, so that it gets as far as the decoder.
      let garbage = random.bytes(upTo: 150)
      buffer.append(random.toss() ? framed(garbage) : garbage)
      do {
        if try buffer.next() == nil { waited += 1 } else { Issue.record("seed \(seed)") }
      } catch { refused += 1 }
    }
    #expect(refused > 1_000)
    #expect(waited > 20)
  }

  @Test("A frame with damaged bytes is waited for, refused, or read as some frame")
  func damaged() throws {
    var refused = 0
    for seed in 0..<4_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      var bytes = try Self.frame(seed, &random).0
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = .random(in: 0...255, using: &random)
      }
      var buffer = FrameBuffer(limits: FrameLimits(bytes: 1_000, depth: 8))
      buffer.append(bytes)
      do {
        if let frame = try buffer.next() { _ = try? Self.received(frame) }
      } catch { refused += 1 }
    }
    #expect(refused > 1_000)
  }
}
