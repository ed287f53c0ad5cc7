import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// What a request may ask for, once and again.
@Suite("Requests, once and again", .exercise(.lotRules))
struct RequestBehaviours {
  @Test(
    "An exact repeat of a reservation, a release or a dispatch is accepted and changes nothing",
    .behaviour(
      "B8", points: 6, isOpen: true,
      hint: """
        Messages arrive twice. What is so already needs no event, and no rule has to allow it \
        again: look whether the command repeats what happened before you look at stock, test or \
        quarantine.
        """))
  func repeats() throws {
    let policy = VaultPolicy(reserveFloor: 10, minViabilityPermille: 500)
    let lot = Lot.deposited(110, .test(9, of: 10), under: policy)
    let reserve = LotCommand.reserve("r-1", seeds: 80)
    try lot.when(reserve, yields: .reservation("r-1", of: 80))
    let reserved = lot.after(.reservation("r-1", of: 80))
    try reserved.whenRepeated(reserve)
    try reserved.whenRepeated(reserve, at: Lot.noon.later(by: 40 * .day))
    // The same where a new one would be refused: too few are left, the test is bad, it is early.
    try reserved.after(.test(0, of: 5)).whenRepeated(reserve)
    try reserved.whenRepeated(reserve, at: .in1971)
    try lot.after(.reservation("r-2", of: 5)).when(
      .reserve("r-1", seeds: 5), yields: .reservation("r-1", of: 5))

    try reserved.when(.release("r-1"), yields: .release("r-1", of: 80))
    let released = reserved.after(.release("r-1", of: 80))
    try released.whenRepeated(.release("r-1"))
    try released.after(.reservation("r-2", of: 5), .dispatch("r-2", of: 5))
      .whenRepeated(.release("r-1"))

    try reserved.when(.dispatch("r-1"), yields: .dispatch("r-1", of: 80))
    let dispatched = reserved.after(.dispatch("r-1", of: 80))
    try dispatched.whenRepeated(.dispatch("r-1"))
    try dispatched.after(.reservation("r-2", of: 5), .release("r-2", of: 5))
      .whenRepeated(.dispatch("r-1"))
  }

  @Test(
    """
    A request serves once: another number, or anything after its release or dispatch, is a \
    `requestConflict`; a request never reserved is an `unknownRequest`
    """,
    .behaviour(
      "B9", points: 6,
      hint: """
        A request that is settled must not be forgotten: that it was released or dispatched is \
        different from never having been there.
        """))
  func conflicts() throws {
    let lot = Lot.deposited(100)
    try lot.when(.reserve("r-1", seeds: 20), yields: .reservation("r-1", of: 20))
    let reserved = lot.after(.reservation("r-1", of: 20))
    try reserved.when(.reserve("r-2", seeds: 20), yields: .reservation("r-2", of: 20))
    for seeds in [1, 19, 21, 80] {
      try reserved.when(.reserve("r-1", seeds: seeds), isRefused: .requestConflict("r-1"))
    }

    let released = reserved.after(.release("r-1", of: 20))
    for seeds in [20, 7] {
      try released.when(.reserve("r-1", seeds: seeds), isRefused: .requestConflict("r-1"))
    }
    try released.when(.dispatch("r-1"), isRefused: .requestConflict("r-1"))

    let dispatched = reserved.after(.dispatch("r-1", of: 20))
    for seeds in [20, 7] {
      try dispatched.when(.reserve("r-1", seeds: seeds), isRefused: .requestConflict("r-1"))
    }
    try dispatched.when(.release("r-1"), isRefused: .requestConflict("r-1"))

    for lot in [lot, reserved, released, dispatched] {
      try lot.when(.release("r-3"), isRefused: .unknownRequest("r-3"))
      try lot.when(.dispatch("r-3"), isRefused: .unknownRequest("r-3"))
    }
  }
}
