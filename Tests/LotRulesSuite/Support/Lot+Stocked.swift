import EventSourcing
import SeedVault
import SuiteSupport

extension Lot {
  /// The policy of the stocked lot: 40 seeds stay unreserved, 700 of 1000 must germinate.
  static let stockedPolicy = VaultPolicy(reserveFloor: 40, minViabilityPermille: 700)

  /// A life in the middle: every kind of event but the closing ones.
  ///
  /// 830 seeds are on hand, 130 of them reserved.
  static let stockedHistory: [LotEvent] = [
    .deposit(of: 1_000), .test(90, of: 100), .reservation("r-1", of: 50),
    .reservation("r-2", of: 60), .release("r-2", of: 60), .reservation("r-3", of: 70),
    .dispatch("r-3", of: 70), .reservation("r-4", of: 80),
  ]

  /// Another life of a lot with the same name: its test was bad, and six requests wait for it.
  static let waitedForHistory: [LotEvent] =
    [.deposit(of: 500), .test(20, of: 100)]
    + ["q-4", "q-9", "q-10", "q-2", "q-7", "q-5"].map { .reservation($0, of: 11) }

  /// A life that is over.
  static let closedHistory: [LotEvent] = [
    .deposit(of: 100), .test(36, of: 40), .reservation("r-1", of: 10), .release("r-1", of: 10),
    .reservation("r-2", of: 60), .dispatch("r-2", of: 60), .exhausted(at: noon),
  ]

  /// A lot with the middle of a life behind it.
  static func stocked(in worker: Worker = .current) -> Lot {
    Lot(stockedHistory, under: stockedPolicy, in: worker)
  }

  /// Checks what goes without saying of the stocked lot.
  ///
  /// The control of behaviours that hold answers against each other: those who always say the same
  /// are consistent too, but not right.
  func checkStockedBasics() throws {
    try when(.reserve("probe", seeds: 5), yields: .reservation("probe", of: 5))
    try when(.recordTest(sown: 10, germinated: 9), yields: .test(9, of: 10))
    try when(.release("r-1"), yields: .release("r-1", of: 50))
    try when(.release("probe"), isRefused: .unknownRequest("probe"))
    try when(.dispatch("r-4"), yields: .dispatch("r-4", of: 80))
  }
}
