import EventSourcing
import SeedVault
import Testing

@Suite("Outcomes")
struct OutcomeTests {
  @Test("An outcome keeps what the body returns")
  func success() async throws {
    let outcome = await Outcome { () async throws(LotRejection) -> Int in 7 }
    #expect(outcome == .success(7))
    try #expect(outcome.get() == 7)
  }

  @Test("An outcome keeps what the body throws and throws it again")
  func failure() async {
    let outcome = await Outcome { () async throws(LotRejection) -> Int in
      throw .inQuarantine(until: 99)
    }
    #expect(outcome == .failure(.inQuarantine(until: 99)))
    #expect(throws: LotRejection.inQuarantine(until: 99)) { try outcome.get() }
  }

  @Test("Both cases survive encoding")
  func roundTrip() throws {
    let failure = Outcome<[LotEvent], LotRejection>.failure(.inQuarantine(until: 99))
    try #expect(json(of: failure) == #"{"failure":{"_0":{"inQuarantine":{"until":99}}}}"#)
    try expectRoundTrip(failure)
    try expectRoundTrip(Outcome<[LotEvent], LotRejection>.success([.exhausted(at: 1)]))
  }
}
