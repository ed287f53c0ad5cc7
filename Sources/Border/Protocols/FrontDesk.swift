package import SeedVault

/// The calls that carry `MessageSorter` and `FrontDesk` across the border.
package enum FrontDeskCalls {
  /// Which of the two desks of the exercise is meant.
  package enum Desk: String, Codable, Sendable {
    /// The desk that keeps a row and overwrites it.
    case row
    /// The desk that keeps the facts.
    case facts
  }

  /// `MessageSorter.classify(_:)`, by a new sorter.
  package struct Classify: WireCall {
    package typealias Reply = MessageKind?
    package static let method = "sorter.classify"
    package var card: MessageCard
    package init(card: MessageCard) {
      self.card = card
    }
  }

  /// `FrontDesk.init()`; answers the new desk.
  package struct Open: WireCall {
    package typealias Reply = Handle
    package static let method = "desk.open"
    package var desk: Desk
    package init(desk: Desk) {
      self.desk = desk
    }
  }

  /// `FrontDesk.record(_:)`.
  package struct Record: WireCall {
    package typealias Reply = Ack
    package static let method = "desk.record"
    package var desk: Handle
    package var event: LotEvent
    package init(desk: Handle, event: LotEvent) {
      self.desk = desk
      self.event = event
    }
  }

  /// `FrontDesk.ask(_:)`.
  package struct Ask: WireCall {
    package typealias Reply = DeskAnswer
    package static let method = "desk.ask"
    package var desk: Handle
    package var query: DeskQuery
    package init(desk: Handle, query: DeskQuery) {
      self.desk = desk
      self.query = query
    }
  }
}
