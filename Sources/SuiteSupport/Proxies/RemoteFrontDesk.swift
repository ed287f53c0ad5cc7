package import SeedVault
package import Wire

/// One of a learner's two front desks in a worker, to be used like any other.
///
/// Once the worker has broken, every answer is a stand-in: the behaviour is lost already, by the worker's fault.
package protocol RemoteFrontDesk: FrontDesk {
  /// Which desk it is.
  static var desk: FrontDeskCalls.Desk { get }
  /// Where the desk lives.
  var place: RemoteDeskPlace { get }
  /// Opens a desk in a worker.
  init(in worker: Worker)
}

/// Where a remote desk lives.
package struct RemoteDeskPlace: Sendable {
  fileprivate let worker: Worker
  fileprivate let handle: Handle

  /// Opens a desk in a worker.
  fileprivate init(opening desk: FrontDeskCalls.Desk, in worker: Worker) {
    self.worker = worker
    handle = worker.answer(to: FrontDeskCalls.Open(desk: desk), otherwise: Handle(-1))
  }
}

extension RemoteFrontDesk {
  /// Opens a desk in the running behaviour's worker.
  package init() {
    self.init(in: .current)
  }

  /// The learner's acknowledgement.
  package func record(_ event: LotEvent) async -> Ack {
    await place.worker.answer(
      to: FrontDeskCalls.Record(desk: place.handle, event: event), otherwise: Ack(version: -1))
  }

  /// The learner's answer.
  package func ask(_ query: DeskQuery) async -> DeskAnswer {
    await place.worker.answer(
      to: FrontDeskCalls.Ask(desk: place.handle, query: query), otherwise: .unanswerable)
  }
}

/// The learner's desk over a mutable row.
package struct RemoteRowDesk: RemoteFrontDesk {
  package static let desk = FrontDeskCalls.Desk.row
  package let place: RemoteDeskPlace

  package init(in worker: Worker) {
    place = RemoteDeskPlace(opening: Self.desk, in: worker)
  }
}

/// The learner's desk over a list of facts.
package struct RemoteFactDesk: RemoteFrontDesk {
  package static let desk = FrontDeskCalls.Desk.facts
  package let place: RemoteDeskPlace

  package init(in worker: Worker) {
    place = RemoteDeskPlace(opening: Self.desk, in: worker)
  }
}
