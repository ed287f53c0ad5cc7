public import SeedVault
import Wire

extension WorkerService {
  /// Serves a submission's `MessageSorter`.
  public static func messageSorter<Sorter: MessageSorter>(_ type: Sorter.Type) -> Self {
    var service = Self()
    service.on(FrontDeskCalls.Classify.self) { call in Sorter().classify(call.card) }
    return service
  }

  /// Serves a submission's two `FrontDesk`s.
  public static func frontDesks<Row: FrontDesk, Facts: FrontDesk>(
    row: Row.Type, facts: Facts.Type
  ) -> Self {
    let desks = HandleTable<any FrontDesk>()
    var service = Self()
    service.on(FrontDeskCalls.Open.self) { call in
      switch call.desk {
      case .row: desks.add(Row())
      case .facts: desks.add(Facts())
      }
    }
    service.on(FrontDeskCalls.Record.self) { call in
      await (try desks[call.desk]).record(call.event)
    }
    service.on(FrontDeskCalls.Ask.self) { call in
      await (try desks[call.desk]).ask(call.query)
    }
    return service
  }
}
