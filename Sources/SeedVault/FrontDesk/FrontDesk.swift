/// A desk that records facts about one lot and answers questions about it.
public protocol FrontDesk: Sendable {
  /// Creates a desk that knows no facts.
  init()

  /// Records one fact.
  func record(_ event: LotEvent) async -> Ack

  /// Answers one question.
  func ask(_ query: DeskQuery) async -> DeskAnswer
}
