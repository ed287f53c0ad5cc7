import SeedVault
import Synchronization

/// A desk whose row has columns of its own; the figures are put together when asked for.
final class RowDesk: FrontDesk {
  /// One row of a table.
  private struct Row {
    var version = 0
    var deposited = 0
    var setAside = 0
    var sentOff = 0
    var sown = 0
    var thrownAway = 0
    var latestTest: (sown: Int, germinated: Int)?
    var isClosed = false
  }

  /// The only row.
  private let row = Mutex(Row())

  /// Creates a desk that knows no facts.
  init() {}

  /// Updates the columns that the fact concerns.
  func record(_ event: LotEvent) async -> Ack {
    row.withLock { row in
      row.version += 1
      switch event {
      case .deposited(_, _, let seeds, _, _): row.deposited = seeds
      case .tested(let sown, let germinated, _):
        row.sown += sown
        row.latestTest = (sown, germinated)
      case .reserved(_, let seeds, _): row.setAside += seeds
      case .released(_, let seeds, _): row.setAside -= seeds
      case .dispatched(_, let seeds, _):
        row.setAside -= seeds
        row.sentOff += seeds
      case .exhausted: row.isClosed = true
      case .discarded(_, let seedsLost, _):
        row.thrownAway = seedsLost
        row.isClosed = true
      }
      return Ack(version: row.version)
    }
  }

  /// Puts the figures together; all other questions are beyond a row.
  func ask(_ query: DeskQuery) async -> DeskAnswer {
    guard query == .figures else { return .unanswerable }
    return row.withLock { row in
      .figures(
        LotFigures(
          onHand: row.deposited - row.sentOff - row.sown - row.thrownAway,
          reserved: row.setAside, dispatched: row.sentOff, sown: row.sown, lost: row.thrownAway,
          viabilityPermille: row.latestTest.map { 1000 * $0.germinated / $0.sown },
          closed: row.isClosed))
    }
  }
}
