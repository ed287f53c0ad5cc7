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
func bothDesks() -> [any RemoteFrontDesk<Worker>] {
  [RowDesk(), FactDesk()]
}

/// Checks that a kind of desk takes facts in at all, so that one that does nothing earns nothing.
///
/// In a process of its own, so that desks which share everything fail where sharing is the point.
///
/// - Throws: ``CheckFailure`` when a deposit and a reservation do not show.
func checkListens<Desk: RemoteFrontDesk<Worker>>(_ kind: Desk.Type) async throws {
  let desk = Desk(in: try Worker.fresh())
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
  of desk: some RemoteFrontDesk<Worker>, given facts: [LotEvent]
) async throws(CheckFailure) -> LotFigures {
  let answer = await desk.ask(.figures)
  try check(
    answer.figures != nil, expected: "figures", got: answer, given: facts,
    when: "\(desk.title) is asked for figures")
  return answer.figures ?? .zero
}
