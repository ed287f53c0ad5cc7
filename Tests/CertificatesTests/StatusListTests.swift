import Certificates
import Foundation
import SeededRandom
import StrictJSON
import Testing

@Suite("Status lists")
struct StatusListTests {
  private static let address = "https://course.example.org/status/1.json"
  private static let from = "2026-05-01T00:00:00Z"
  private static let until = "2026-07-30T00:00:00Z"

  @Test("bits go through their encoding unchanged", arguments: 0..<20)
  func bits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bits = Bitstring()
    let indices = Set(
      (0..<random.next(below: 200)).map { _ in random.next(below: Bitstring.count) })
    for index in indices { bits.set(index) }
    let read = try #require(Bitstring(encoded: bits.encoded))
    #expect((0..<Bitstring.count).allSatisfy { read[$0] == indices.contains($0) })
    #expect(read[Bitstring.count] == nil)
    #expect(read[-1] == nil)
  }

  @Test("index 0 is the highest bit of the first byte and the last index the lowest of the last")
  func order() throws {
    // Packed by Python: gzip.compress(b"\x80" + bytes(16382) + b"\x01", 9, mtime=0).
    let packed = "uH4sIAAAAAAACA-3BMQEAAAwCoNl80Y3hA_wBAAAAAAAAAAAAAAAAAAAAYylyaUQQAEAAAA"
    let bits = try #require(Bitstring(encoded: packed))
    #expect((0..<Bitstring.count).filter { bits[$0] == true } == [0, Bitstring.count - 1])
  }

  @Test(
    "what is no list is refused",
    arguments: [
      "", "u", "uAAAA", "H4sIAAAAAAAAA", "u=", "z" + Bitstring().encoded.dropFirst(),
      String(Bitstring().encoded.dropLast(4)), Bitstring().encoded + "AAAA",
    ])
  func noList(text: String) {
    #expect(Bitstring(encoded: text) == nil)
  }

  @Test("a certificate whose bit is clear is valid, and one whose bit is set is revoked")
  func revoked() async throws {
    #expect(try await Self.outcome(revoking: [], certificate: 7) == .valid)
    #expect(try await Self.outcome(revoking: [6, 8], certificate: 7) == .valid)
    #expect(try await Self.outcome(revoking: [7], certificate: 7) == .revoked)
  }

  @Test("without the list the status is unknown, neither valid nor revoked")
  func unreachable() async throws {
    let outcome = try await Self.outcome(of: .failure(InvalidCertificate("offline")))
    #expect(outcome == .statusUnknown("offline"))
  }

  @Test("a list that is too old, of another address, changed or of a stranger is not relied on")
  func unreliable() async throws {
    let good = try Self.signedList(revoking: [7])
    let tampered = good.without("validUntil").adding("validUntil", "2030-01-01T00:00:00Z")
    let elsewhere = try Self.signedList(
      revoking: [], address: "https://course.example.org/status/2.json")
    let stranger = IssuerIdentity(Sample.key("Stranger."), named: "key-1", web: nil)
    let foreign = try Self.signedList(revoking: [], by: stranger)
    let old = try Self.signedList(revoking: [], until: "2026-05-02T00:00:00Z")
    for list in [tampered, elsewhere, foreign, old, .object([])] {
      let outcome = try await Self.outcome(of: .success(Data(list.pretty.utf8)))
      guard case .statusUnknown = outcome else {
        Issue.record("the status is unknown, not \(outcome)")
        continue
      }
    }
  }

  @Test("a place outside of the list is unknown")
  func outside() async throws {
    let outcome = try await Self.outcome(revoking: [], certificate: Bitstring.count)
    guard case .statusUnknown = outcome else {
      Issue.record("the status is unknown")
      return
    }
  }

  @Test("no list is asked for before the signatures hold")
  func asksLate() async throws {
    let signed = try Sample.signed(
      Sample.certificate(status: .init(list: "https://evil.example/", index: 1)))
    let forged = signed.without("name").adding("name", "Forged")
    let verifier = Verifier(issuers: Sample.register, now: Sample.now) { _ in
      Issue.record("nothing is asked of an address in a forged certificate")
      return .failure(InvalidCertificate("offline"))
    }
    _ = await verifier.verify(Data(forged.pretty.utf8))
  }

  /// A signed list.
  private static func signedList(
    revoking indices: [Int], address: String = address, by issuer: IssuerIdentity = Sample.issuer,
    until: String = until
  ) throws -> OrderedJSON {
    var bits = Bitstring()
    for index in indices { bits.set(index) }
    return try StatusList(address: address, validFrom: from, validUntil: until, revoked: bits)
      .signed(by: issuer.did, with: issuer.key, verificationMethod: issuer.verificationMethod)
  }

  /// What comes of verifying a certificate under a list that revokes some.
  private static func outcome(
    revoking indices: [Int], certificate index: Int
  ) async throws -> Verification.Outcome {
    try await outcome(
      of: .success(Data(signedList(revoking: indices).pretty.utf8)), certificate: index)
  }

  /// What comes of verifying a certificate when its list is asked for.
  private static func outcome(
    of list: Result<Data, InvalidCertificate>, certificate index: Int = 7
  ) async throws -> Verification.Outcome {
    let signed = try Sample.signed(
      Sample.certificate(status: .init(list: address, index: index)))
    return await Verifier(issuers: Sample.register, now: Sample.now) { asked in
      #expect(asked == address)
      return list
    }.verify(Data(signed.pretty.utf8)).outcome
  }
}
