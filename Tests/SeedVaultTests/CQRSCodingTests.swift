import CQRS
import EventSourcing
import SeedVault
import Testing

@Suite("Command, query and process values cross a pipe")
struct CQRSCodingTests {
  @Test("Documents, changes and commits survive encoding")
  func views() throws {
    let key = ViewKey("cards", "tarn-17")
    try expectRoundTrip(ViewWrite.remove(key))
    let put = ViewWrite.put(key, .object(["onHand": .int(4)]))
    try expectRoundTrip(
      ViewCommit(projection: .cards, writes: [put, .remove(key)], checkpoint: 9))
    try expectRoundTrip(ViewCommit(projection: .requests, writes: [], checkpoint: nil))
  }

  @Test("Every projection error survives encoding")
  func projectionErrors() throws {
    let errors: [ProjectionError] = [
      .views(.notWritten), .feed(.storage(.unavailable)), .poison(4, reason: "no seeds"),
    ]
    for error in errors { try expectRoundTrip(error) }
  }

  @Test("Envelopes, receipts and gateway errors survive encoding")
  func commands() throws {
    let context = DecisionContext(commandID: "c-1", now: 5, actor: "ida")
    let command = LotCommand.release("r-1")
    try expectRoundTrip(CommandEnvelope(stream: "lot-1", command: command, context: context))
    try expectRoundTrip(
      CommandEnvelope(
        stream: "lot-1", command: command, context: context, expecting: .exact(3)))
    try expectRoundTrip(CommandReceipt(commandID: "c-1", version: 3, position: 8))
    let errors: [GatewayError<LotRejection>] = [
      .refused(.lotClosed), .conflict(actual: 4), .attemptsExhausted(3), .unavailable,
    ]
    for error in errors { try expectRoundTrip(error) }
  }

  @Test("Freshness, answers and query errors survive encoding")
  func queries() throws {
    try expectRoundTrip([Freshness.eventual, .atLeast(4)])
    try expectRoundTrip(QueryAnswer<VaultView>(view: nil, asOf: .start))
    try expectRoundTrip(QueryAnswer(view: VaultView.watchlist(["a"]), asOf: 4))
    try expectRoundTrip([QueryError.notYet(asOf: 3), .unavailable])
  }

  @Test("Deliveries, issued outputs and statuses survive encoding")
  func processes() throws {
    try expectRoundTrip(
      Delivery(messageID: "m-1", input: DistributionInput.clock("r-1", now: 5)))
    try expectRoundTrip(
      Issued(commandID: "m-1/0", output: DistributionOutput.release("tarn-17", "r-1")))
    try expectRoundTrip(PartitionStatus(partition: 2, position: nil, healthy: false))
    try expectRoundTrip(PartitionStatus(partition: 0, position: 6, healthy: true))
    try expectRoundTrip(ProcessID("r-1"))
  }
}
