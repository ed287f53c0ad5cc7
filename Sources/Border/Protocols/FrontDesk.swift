public import SeedVault

/// The calls that carry a learner's two `FrontDesk`s across the border.
enum FrontDeskCalls {
  /// Which of the two desks of the exercise is meant.
  enum Desk: String, Codable, Sendable {
    /// The desk that keeps a row and overwrites it.
    case row
    /// The desk that keeps the facts.
    case facts
  }

  /// `FrontDesk.init()`; answers the new desk.
  struct Open: WireCall {
    typealias Reply = Handle
    static let method = "desk.open"
    var desk: Desk
  }

  /// `FrontDesk.record(_:)`.
  struct Record: WireCall {
    typealias Reply = Ack
    static let method = "desk.record"
    var desk: Handle
    var event: LotEvent
  }

  /// `FrontDesk.ask(_:)`.
  struct Ask: WireCall {
    typealias Reply = DeskAnswer
    static let method = "desk.ask"
    var desk: Handle
    var query: DeskQuery
  }
}

/// One of a learner's two front desks in a worker, to be used like any other.
///
/// Once the worker has broken, every answer is a stand-in: the behaviour is lost already, by the worker's fault.
package protocol RemoteFrontDesk<Place>: FrontDesk {
  associatedtype Place: Peer
  /// The desk that the worker holds.
  var remote: RemoteDesk<Place> { get }
  /// Opens a desk in a worker.
  init(in place: Place)
}

/// A desk that a worker holds.
package struct RemoteDesk<Place: Peer>: Sendable {
  fileprivate let place: Place
  fileprivate let handle: Handle

  /// Opens a desk in a worker.
  fileprivate init(opening desk: FrontDeskCalls.Desk, in place: Place) {
    self.place = place
    handle = place.answer(to: FrontDeskCalls.Open(desk: desk), otherwise: Handle(-1))
  }
}

extension RemoteFrontDesk {
  /// Opens a desk in the running behaviour's worker.
  package init() {
    self.init(in: .current)
  }

  /// The learner's acknowledgement.
  package func record(_ event: LotEvent) async -> Ack {
    await remote.place.answer(
      to: FrontDeskCalls.Record(desk: remote.handle, event: event), otherwise: Ack(version: -1))
  }

  /// The learner's answer.
  package func ask(_ query: DeskQuery) async -> DeskAnswer {
    await remote.place.answer(
      to: FrontDeskCalls.Ask(desk: remote.handle, query: query), otherwise: .unanswerable)
  }
}

/// The learner's desk over a mutable row.
package struct RemoteRowDesk<Place: Peer>: RemoteFrontDesk {
  package let remote: RemoteDesk<Place>

  package init(in place: Place) {
    remote = RemoteDesk(opening: .row, in: place)
  }
}

/// The learner's desk over a list of facts.
package struct RemoteFactDesk<Place: Peer>: RemoteFrontDesk {
  package let remote: RemoteDesk<Place>

  package init(in place: Place) {
    remote = RemoteDesk(opening: .facts, in: place)
  }
}

extension WorkerService {
  /// Serves a submission's two `FrontDesk`s.
  public static func frontDesks<Row: FrontDesk, Facts: FrontDesk>(
    row: Row.Type, facts: Facts.Type
  ) -> Self {
    Self { $0.serve(row: row, facts: facts) }
  }
}

extension Peer {
  /// Serves a submission's desks.
  fileprivate func serve<Row: FrontDesk, Facts: FrontDesk>(row: Row.Type, facts: Facts.Type) {
    let desks = HandleTable<any FrontDesk>()
    serve(FrontDeskCalls.Open.self) { call in
      switch call.desk {
      case .row: desks.add(Row())
      case .facts: desks.add(Facts())
      }
    }
    serve(FrontDeskCalls.Record.self) { call in
      await (try desks[call.desk]).record(call.event)
    }
    serve(FrontDeskCalls.Ask.self) { call in
      await (try desks[call.desk]).ask(call.query)
    }
  }
}
