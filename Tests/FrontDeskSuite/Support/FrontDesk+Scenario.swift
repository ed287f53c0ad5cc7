import EventSourcing
import SeedVault
import SuiteSupport

extension RemoteFrontDesk {
  /// What reports call the desk.
  static var title: String { self == RowDesk.self ? "the row desk" : "the fact desk" }

  /// What reports call the desk.
  var title: String { Self.title }
}

extension FrontDesk {
  /// Records facts in order.
  @discardableResult
  func record(_ facts: some Sequence<LotEvent>) async -> [Ack] {
    var acks: [Ack] = []
    for fact in facts { acks.append(await record(fact)) }
    return acks
  }

  /// Asks questions in order.
  func ask(_ queries: [DeskQuery]) async -> [DeskAnswer] {
    var answers: [DeskAnswer] = []
    for query in queries { answers.append(await ask(query)) }
    return answers
  }
}

extension DeskQuery {
  /// The questions for a desk with so many facts, of every kind and up to a version it has not got.
  static func all(after count: Int) -> [DeskQuery] {
    [.movements, .figures, .testsBelow(permille: 851)]
      + [0, count / 2, count, count + 1].map { .figuresAsOf(version: $0) }
  }
}

/// One new desk of each kind.
func bothDesks() -> [any RemoteFrontDesk] {
  [RowDesk(), FactDesk()]
}

/// Checks that a new desk takes facts in at all, so that a desk that does nothing earns nothing.
///
/// - Throws: ``CheckFailure`` when a deposit and a reservation do not show.
func checkListens(_ desk: some RemoteFrontDesk) async throws(CheckFailure) {
  let facts: [LotEvent] = [.deposit(100), .reserve(10, for: "r-1")]
  await desk.record(facts)
  let answer = await desk.ask(.figures)
  try check(
    answer, equals: .figures(.demanded(after: facts)), given: facts,
    when: "\(desk.title) is asked for figures")
}

/// The figures that a desk shows.
///
/// - Throws: ``CheckFailure`` when it shows none.
func figures(
  of desk: some RemoteFrontDesk, given facts: [LotEvent]
) async throws(CheckFailure) -> LotFigures {
  let answer = await desk.ask(.figures)
  try check(
    answer.figures != nil, expected: "figures", got: answer, given: facts,
    when: "\(desk.title) is asked for figures")
  return answer.figures ?? .zero
}
