import CQRS
import EventSourcing
import SeedVault
import Testing

@Suite("The vault's language crosses a pipe")
struct SeedVaultCodingTests {
  private static let barley = Taxon(genus: "Hordeum", species: "vulgare")

  private static let everyRejection: [LotRejection] = [
    .alreadyDeposited, .unknownLot, .lotClosed, .invalidQuantity, .inQuarantine(until: -7),
    .insufficientSeeds(available: -3), .belowViability(permille: 849), .requestConflict("r-1"),
    .unknownRequest("r-2"), .permitDenied,
  ]

  private static let figures = LotFigures(
    onHand: 70, reserved: 10, dispatched: 5, sown: 25, lost: 0, viabilityPermille: 880,
    closed: false)

  @Test(
    "Every command survives encoding",
    arguments: [
      .deposit("tarn-17", barley, seeds: 100, quarantineDays: 30),
      .recordTest(sown: 20, germinated: 17),
      .reserve("r-1", seeds: 40),
      .release("r-1"),
      .dispatch("r-1"),
      .discard(reason: "mold ☃"),
    ] as [LotCommand])
  func commands(command: LotCommand) throws {
    try expectRoundTrip(command)
  }

  @Test(
    "Every event survives encoding",
    arguments: [
      .deposited("tarn-17", barley, seeds: .max, quarantineEndsAt: 86_400_000, at: 0),
      .tested(sown: 20, germinated: 17, at: 1),
      .reserved("r-1", seeds: 40, at: 2),
      .released("r-1", seeds: 40, at: 3),
      .dispatched("r-1", seeds: 40, at: 4),
      .exhausted(at: -5),
      .discarded(reason: "", seedsLost: 0, at: 6),
    ] as [LotEvent])
  func events(event: LotEvent) throws {
    try expectRoundTrip(event)
  }

  @Test("Every rejection survives encoding", arguments: everyRejection)
  func rejections(rejection: LotRejection) throws {
    try expectRoundTrip(rejection)
    try expectRoundTrip(CommandFate.refused(rejection))
    try expectRoundTrip(DistributionInput.refused("r-1", "tarn-17", rejection))
  }

  @Test("Policies and figures survive encoding")
  func figuresAndPolicies() throws {
    try expectRoundTrip(VaultPolicy(reserveFloor: 10, minViabilityPermille: 850))
    try expectRoundTrip(Self.figures)
    var untested = Self.figures
    untested.viabilityPermille = nil
    try expectRoundTrip(untested)
  }

  @Test("Cards, questions and answers of the front desk survive encoding")
  func frontDesk() throws {
    try expectRoundTrip(
      MessageCard(
        name: "LotTested", mayBeRefused: true, changesState: true, returnsData: false,
        alreadyHappened: false))
    try expectRoundTrip([MessageKind.command, .event, .query])
    try expectRoundTrip([
      DeskQuery.figures, .figuresAsOf(version: 3), .movements, .testsBelow(permille: 850),
    ])
    try expectRoundTrip([
      DeskAnswer.figures(Self.figures), .movements([100, -20]), .count(2), .unanswerable,
    ])
    try expectRoundTrip(Ack(version: 4))
  }

  @Test("Command logs, fates and divergences survive encoding")
  func auditing() throws {
    let context = DecisionContext(commandID: "c-1", now: 5, actor: "ida")
    try expectRoundTrip(
      CommandRecord(
        command: .dispatch("r-1"), context: context, answers: ["permit": .bool(false)]))
    try expectRoundTrip(CommandFate.accepted([.exhausted(at: 5)]))
    try expectRoundTrip(
      Divergence(index: 3, before: .accepted([]), after: .refused(.permitDenied)))
  }

  @Test("Every query and view of the vault survives encoding")
  func views() throws {
    try expectRoundTrip([
      VaultQuery.lotCard("tarn-17"), .availability(Self.barley),
      .watchlist(belowPermille: 850, limit: 5), .request("r-1"),
    ])
    try expectRoundTrip([
      VaultView.lotCard(Self.figures), .availability(seeds: 4, lots: ["a", "b"]),
      .watchlist([]), .request(status: "reserved", seeds: 40),
    ])
  }

  @Test("Every input and output of a distribution survives encoding")
  func distribution() throws {
    try expectRoundTrip([
      DistributionInput.requested(
        "r-1", Self.barley, seeds: 50, candidates: ["a", "b"], deadline: 900),
      .reserved("r-1", "a", seeds: 20), .refused("r-1", "b", .lotClosed),
      .dispatched("r-1", "a"), .released("r-1", "a"), .clock("r-1", now: 900),
    ])
    try expectRoundTrip([
      DistributionOutput.reserve("a", "r-1", seeds: 20), .release("a", "r-1"),
      .dispatch("a", "r-1"), .wake("r-1", at: 900), .notify("r-1", fulfilled: false),
    ])
  }

  @Test("A lot's stream names the lot, and other streams name none")
  func lotStreams() {
    #expect(LotID("tarn-17").stream == "lot-tarn-17")
    #expect(LotID(stream: "lot-tarn-17") == "tarn-17")
    #expect(LotID(stream: "lot-") == "")
    #expect(LotID(stream: "request-1") == nil)
  }

  @Test("The four projections have four names")
  func projectionNames() {
    let names: Set<ProjectionName> = [.cards, .availability, .watchlist, .requests]
    #expect(names.count == 4)
  }
}
