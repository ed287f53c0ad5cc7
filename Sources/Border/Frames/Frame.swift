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
/// **The members come in this order and without space between them**, so that the head is read without decoding the
/// rest, which is decoded once, when its type is known. Both sides write frames with this very code.
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
  /// The JSON text of the last member, not yet looked at except for its depth.
  private let payload: Data

  /// Reads the head of a frame from one JSON text, within limits.
  ///
  /// - Throws: ``FrameError`` when the text is over a limit or does not begin like a frame. Whether the rest is JSON
  ///   shows when it is read.
  package init(parsing text: [UInt8], limits: FrameLimits = .standard) throws(FrameError) {
    guard text.count <= limits.bytes else {
      throw .tooLarge(bytes: text.count, limit: limits.bytes)
    }
    guard jsonDepth(of: text, isAtMost: limits.depth) else { throw .tooDeep(limit: limits.depth) }
    // The decoder would read UTF-16 and UTF-32 too, in which brackets cannot be counted by bytes. All JSON in those
    // holds a zero byte, and none in UTF-8 does.
    guard text.count(of: 0, upTo: 0) == 0 else { throw .malformed }
    var head = FrameScanner(text)
    guard head.skip(#"{"v":"#), let version = head.number() else { throw .malformed }
    guard version == Self.version else { throw .unknownVersion(version) }
    guard head.skip(#","id":"#), let id = head.number(), head.skip(",") else { throw .malformed }
    if head.skip(#""call":""#) {
      guard let method = head.name(), head.skip(#"","body":"#) else { throw .malformed }
      kind = .call(method: method)
    } else if head.skip(#""reply":"#) {
      kind = .reply
    } else if head.skip(#""refusal":"#) {
      guard let rest = head.rest(), let reason = try? JSONDecoder().decode(String.self, from: rest)
      else { throw .malformed }
      kind = .refusal(reason: reason)
    } else {
      throw .malformed
    }
    guard let payload = head.rest() else { throw .malformed }
    self.id = id
    self.payload = payload
  }

  /// The argument of a call.
  ///
  /// - Throws: ``FrameError/malformed`` when the frame is no call or its argument is of another type.
  package func body<Body: Decodable>(as type: Body.Type) throws(FrameError) -> Body {
    guard case .call = kind else { throw .malformed }
    return try decoded(as: type)
  }

  /// The value of a reply.
  ///
  /// - Throws: ``FrameError/malformed`` when the frame is no reply or its value is of another type.
  package func reply<Value: Decodable>(as type: Value.Type) throws(FrameError) -> Value {
    guard case .reply = kind else { throw .malformed }
    return try decoded(as: type)
  }

  /// The last member, decoded.
  private func decoded<Value: Decodable>(as type: Value.Type) throws(FrameError) -> Value {
    do { return try JSONDecoder().decode(type, from: payload) } catch { throw .malformed }
  }

  /// The bytes of a call, length first.
  package static func call<Call: WireCall>(_ call: Call, id: Int) throws -> [UInt8] {
    try bytes(#"{"v":\#(version),"id":\#(id),"call":"\#(Call.method)","body":"#, call)
  }

  /// The bytes of a reply, length first.
  package static func reply(_ value: some Encodable, id: Int) throws -> [UInt8] {
    try bytes(#"{"v":\#(version),"id":\#(id),"reply":"#, value)
  }

  /// The bytes of a refusal, length first.
  package static func refusal(_ reason: String, id: Int) throws -> [UInt8] {
    try bytes(#"{"v":\#(version),"id":\#(id),"refusal":"#, reason)
  }

  /// Puts a head before a value, and the length before both.
  private static func bytes(_ head: String, _ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let json = try encoder.encode(value)
    let count = head.utf8.count + json.count + 1
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 4)
    withUnsafeBytes(of: UInt32(count).bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: head.utf8)
    bytes.append(contentsOf: json)
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}
