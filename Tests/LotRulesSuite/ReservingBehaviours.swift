import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// What may be reserved and sown: quarantine, stock, viability.
@Suite("What may be reserved and sown", .exercise(.lotRules))
struct ReservingBehaviours {
  @Test(
    "Seeds may be reserved from the moment `quarantineEndsAt` on, and not a millisecond earlier",
    .behaviour(
      "B4", points: 3, isOpen: true,
      hint: """
        The end belongs to the time after the quarantine. Compare `context.now` with the moment \
        that the event carries, however many days that is.
        """))
  func quarantineEnd() throws {
    for start in [Timestamp.in1971, .in2970] {
      for length: Int64 in [0, 1, 1_234_567, 45 * .day + 77, 9_000 * .day] {
        let end = start.later(by: length)
        let lot = Lot([
          .deposited("tarn-7", .barley, seeds: 100, quarantineEndsAt: end, at: start),
          .tested(sown: 10, germinated: 9, at: start),
        ])
        let reserve = LotCommand.reserve("r-1", seeds: 5)
        try lot.when(reserve, at: end, yields: .reservation("r-1", of: 5))
        try lot.when(reserve, at: end.later(by: 1), yields: .reservation("r-1", of: 5))
        for early: Int64 in [1, 2, 60_000] {
          try lot.when(reserve, at: end.earlier(by: early), isRefused: .inQuarantine(until: end))
        }
      }
    }
  }

  @Test(
    "Up to `available - reserveFloor` seeds may be reserved; one more is refused with that number",
    .behaviour(
      "B5", points: 4, isOpen: true,
      hint: """
        Seeds that one request holds are not there for another, and the floor stays unreserved. \
        Released seeds are available again, dispatched ones are gone.
        """))
  func stock() throws {
    /// Checks the most that may be reserved.
    func most(_ most: Int, of lot: Lot) throws {
      try lot.when(.reserve("r-9", seeds: most), yields: .reservation("r-9", of: most))
      for more in [most + 1, most + 500] {
        try lot.when(
          .reserve("r-9", seeds: more), isRefused: .insufficientSeeds(available: most))
      }
    }
    try most(100, of: .deposited(100))
    let floor = VaultPolicy(reserveFloor: 12, minViabilityPermille: 0)
    try most(88, of: .deposited(100, under: floor))
    try most(68, of: .deposited(100, .test(9, of: 20), under: floor))
    let reserved = Lot.deposited(
      100, .reservation("r-1", of: 15), .reservation("r-2", of: 30), under: floor)
    try most(43, of: reserved)
    try most(58, of: reserved.after(.release("r-1", of: 15)))
    try most(43, of: reserved.after(.dispatch("r-2", of: 30)))
    try reserved.after(.reservation("r-3", of: 43))
      .when(.reserve("r-9", seeds: 1), isRefused: .insufficientSeeds(available: 0))
  }

  @Test(
    "A test uses its seeds up; all available seeds may be sown, in quarantine too, but no others",
    .behaviour(
      "B6", points: 4,
      hint: """
        Sown seeds are gone. What may be sown is what is on hand and not reserved; the reserve \
        floor limits reservations only.
        """))
  func sowing() throws {
    /// Checks the most that may be sown.
    func most(_ most: Int, of lot: Lot, at now: Timestamp = Lot.noon) throws {
      try lot.when(
        .recordTest(sown: most, germinated: 1), at: now, yields: .test(1, of: most))
      try lot.when(
        .recordTest(sown: most + 1, germinated: 1), at: now,
        isRefused: .insufficientSeeds(available: most))
    }
    try most(100, of: .deposited(100))
    try most(100, of: .deposited(100), at: .in1971)
    try most(60, of: .deposited(100, .test(30, of: 40)))
    try most(45, of: .deposited(100, .test(30, of: 40), .test(1, of: 15)))
    try most(70, of: .deposited(100, .reservation("r-1", of: 30)))
    let strict = VaultPolicy(reserveFloor: 25, minViabilityPermille: 1_000)
    let lot = Lot.deposited(100, .reservation("r-1", of: 30), .test(0, of: 10), under: strict)
    try most(60, of: lot)
    try most(90, of: lot.after(.release("r-1", of: 30)))
    try most(60, of: lot.after(.dispatch("r-1", of: 30)))
  }

  @Test(
    "The latest test decides on viability, in permille rounded down; reaching the limit suffices",
    .behaviour(
      "B7", points: 4,
      hint: """
        Only the latest test counts, not the best, the first or the average. Permille are whole \
        numbers, rounded down: 8499 of 10000 are 849. A lot that was never tested has 0.
        """))
  func viability() throws {
    /// Checks whether a lot with these tests may be reserved from; `nil` if it may.
    func under(_ limit: Int, tests: LotEvent..., isBelow permille: Int?) throws {
      let policy = VaultPolicy(reserveFloor: 0, minViabilityPermille: limit)
      let lot = Lot([.deposit(of: 1_000_000)] + tests, under: policy)
      let reserve = LotCommand.reserve("r-1", seeds: 5)
      if let permille {
        try lot.when(reserve, isRefused: .belowViability(permille: permille))
      } else {
        try lot.when(reserve, yields: .reservation("r-1", of: 5))
      }
    }
    try under(850, tests: .test(85, of: 100), isBelow: nil)
    try under(850, tests: .test(8_499, of: 10_000), isBelow: 849)
    try under(850, tests: .test(84_999, of: 100_000), isBelow: 849)
    try under(667, tests: .test(2, of: 3), isBelow: 666)
    try under(666, tests: .test(2, of: 3), isBelow: nil)
    try under(1_000, tests: .test(7, of: 7), isBelow: nil)
    try under(1_000, tests: .test(9_999, of: 10_000), isBelow: 999)
    try under(700, tests: .test(9, of: 10), .test(4, of: 10), isBelow: 400)
    try under(700, tests: .test(4, of: 10), .test(9, of: 10), isBelow: nil)
    try under(700, tests: .test(9, of: 10), .test(1, of: 10), .test(7, of: 10), isBelow: nil)
    try under(1, isBelow: 0)
    try under(0, isBelow: nil)
  }
}
