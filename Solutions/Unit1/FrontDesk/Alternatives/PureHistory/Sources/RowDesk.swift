import SeedVault

/// A desk that is a value around the actor which holds its row.
struct RowDesk: FrontDesk {
  /// The holder of the row.
  private actor Holder {
    private var figures = LotHistory().figures
    private var version = 0

    /// Overwrites the row with the one after a fact.
    func overwrite(_ change: @Sendable (inout LotFigures) -> Void) -> Int {
      change(&figures)
      version += 1
      return version
    }

    /// The row.
    var row: LotFigures { figures }
  }

  /// The holder of this desk's row.
  private let holder = Holder()

  /// Overwrites the row.
  func record(_ event: LotEvent) async -> Ack {
    let version = await holder.overwrite { row in
      // What one fact moves is what a history of that fact alone says.
      var alone = LotHistory()
      alone.add(event)
      let change = alone.figures
      row.onHand += change.onHand
      row.reserved += change.reserved
      row.dispatched += change.dispatched
      row.sown += change.sown
      row.lost += change.lost
      row.viabilityPermille = change.viabilityPermille ?? row.viabilityPermille
      row.closed = row.closed || change.closed
    }
    return Ack(version: version)
  }

  /// Answers what a row can answer.
  func ask(_ query: DeskQuery) async -> DeskAnswer {
    query == .figures ? .figures(await holder.row) : .unanswerable
  }
}
