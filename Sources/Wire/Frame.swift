import FoundationEssentials

/// One message between a suite and a worker, in either direction.
///
/// On the pipe a frame is a four-byte big-endian length, then a JSON object of that many bytes:
///
/// ```text
/// {"v":1,"id":7,"call":"lot.decide","body":{…}}      a call; the caller chose the id
/// {"v":1,"id":7,"reply":{…}}                         its answer
/// {"v":1,"id":7,"refusal":"no such method"}          the callee could not serve it
/// ```
///
/// Each side numbers its own calls, so a reply always belongs to a call of the side that receives it.
package struct Frame: Sendable {
  /// The version of the protocol that this build speaks.
  package static let version = 1

  /// What a frame is for.
  package enum Kind: Hashable, Sendable {
    /// Asks the other side to run a method.
    case call(method: String)
    /// Answers a call.
    case reply
    /// Says that a call could not be served; never an outcome of the method itself.
    case refusal(reason: String)
  }

  /// The caller's number for the call.
  package let id: Int
  /// What the frame is for.
  package let kind: Kind
  /// The whole JSON text, from which ``body(as:)`` and ``reply(as:)`` read the typed part.
  private let text: [UInt8]

  /// Reads the head of a frame from one JSON text, within limits.
  ///
  /// - Throws: ``FrameError`` when the text is over a limit or is not a frame.
  package init(parsing text: [UInt8], limits: FrameLimits = .standard) throws(FrameError) {
    guard text.count <= limits.bytes else {
      throw .tooLarge(bytes: text.count, limit: limits.bytes)
    }
    guard jsonDepth(of: text, isAtMost: limits.depth) else { throw .tooDeep(limit: limits.depth) }
    // The decoder would read UTF-16 and UTF-32 too, in which brackets cannot be counted by bytes. Every JSON object
    // in those holds a zero byte, and none in UTF-8 does.
    guard !text.contains(0), let head = try? JSONDecoder().decode(Head.self, from: Data(text))
    else { throw .malformed }
    guard head.v == Self.version else { throw .unknownVersion(head.v) }
    switch (head.call, head.refusal, head.hasReply) {
    case (let method?, nil, false): kind = .call(method: method)
    case (nil, let reason?, false): kind = .refusal(reason: reason)
    case (nil, nil, true): kind = .reply
    default: throw .malformed
    }
    id = head.id
    self.text = text
  }

  /// The argument of a call.
  package func body<Body: Decodable>(as type: Body.Type) throws(FrameError) -> Body {
    do { return try JSONDecoder().decode(CallText<Body>.self, from: Data(text)).body } catch {
      throw .malformed
    }
  }

  /// The value of a reply.
  package func reply<Value: Decodable>(as type: Value.Type) throws(FrameError) -> Value {
    do { return try JSONDecoder().decode(ReplyText<Value>.self, from: Data(text)).reply } catch {
      throw .malformed
    }
  }

  /// The bytes of a call, length first.
  package static func call<Call: WireCall>(_ call: Call, id: Int) throws -> [UInt8] {
    try bytes(of: CallText(v: version, id: id, call: Call.method, body: call))
  }

  /// The bytes of a reply, length first.
  package static func reply(_ value: some Encodable, id: Int) throws -> [UInt8] {
    try bytes(of: ReplyText(v: version, id: id, reply: value))
  }

  /// The bytes of a refusal, length first.
  package static func refusal(_ reason: String, id: Int) throws -> [UInt8] {
    try bytes(of: RefusalText(v: version, id: id, refusal: reason))
  }

  /// Encodes a text and puts its length before it.
  private static func bytes(of text: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let json = try encoder.encode(text)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count + 4)
    withUnsafeBytes(of: UInt32(json.count).bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: json)
    return bytes
  }
}

// MARK: - The JSON texts

/// The members that every frame is sorted by.
private struct Head: Decodable {
  var v: Int
  var id: Int
  var call: String?
  var refusal: String?
  var hasReply: Bool

  private enum CodingKeys: CodingKey { case v, id, call, refusal, reply }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    v = try members.decode(Int.self, forKey: .v)
    id = try members.decode(Int.self, forKey: .id)
    call = try members.decodeIfPresent(String.self, forKey: .call)
    refusal = try members.decodeIfPresent(String.self, forKey: .refusal)
    hasReply = members.contains(.reply)
  }
}

/// A call as JSON.
private struct CallText<Body> {
  var v: Int
  var id: Int
  var call: String
  var body: Body
}
extension CallText: Encodable where Body: Encodable {}
extension CallText: Decodable where Body: Decodable {}

/// A reply as JSON.
private struct ReplyText<Value> {
  var v: Int
  var id: Int
  var reply: Value
}
extension ReplyText: Encodable where Value: Encodable {}
extension ReplyText: Decodable where Value: Decodable {}

/// A refusal as JSON.
private struct RefusalText: Codable {
  var v: Int
  var id: Int
  var refusal: String
}
