package import EventSourcing

/// The rules of the places in the status list: each certificate that can be revoked has one, and none is given twice.
///
/// **A place says nothing**: it is as good as drawn at random, so who looks at the list learns nothing of who was
/// certified when.
package struct StatusAllotment: Decider {
  /// How many places a list has.
  package let size: Int

  /// Creates the rules for a list.
  package init(size: Int) { self.size = size }

  /// What is asked: a place for the certificate of a taking, at or after a number that nobody can foresee.
  package struct Command: Hashable, Codable, Sendable {
    /// The taking.
    package var taking: TakingID
    /// Where to look first.
    package var start: UInt64

    /// Sets both.
    package init(taking: TakingID, start: UInt64) {
      self.taking = taking
      self.start = start
    }
  }

  /// Why no place is given.
  package enum Rejection: GradebookRejection, Hashable, Codable {
    /// Every place is taken.
    case full

    /// What is refused, in a sentence.
    package var description: String {
      "The status list is full; no further certificate can be issued."
    }

    /// Nothing.
    package var remedy: Remedy? { nil }
  }

  /// The stream of the list.
  package static let stream: StreamID = "status-list-1"

  /// No place is taken.
  package var initialState: [Int: TakingID] { [:] }

  /// Gives a place, unless the taking has one.
  package func decide(
    _ command: Command, in state: [Int: TakingID], context: DecisionContext
  ) throws(Rejection) -> [StatusEvent] {
    guard !state.values.contains(command.taking) else { return [] }
    guard state.count < size else { throw .full }
    var index = Int(command.start % UInt64(size))
    while state[index] != nil { index = (index + 1) % size }
    return [.allotted(.init(taking: command.taking, index: index, at: context.now))]
  }

  /// The places that are taken.
  package func evolve(_ state: [Int: TakingID], _ event: StatusEvent) -> [Int: TakingID] {
    switch event {
    case .allotted(let allotted):
      state.merging([allotted.index: allotted.taking]) { first, _ in first }
    }
  }

  /// Never: there may be a place left.
  package func isTerminal(_ state: [Int: TakingID]) -> Bool { false }
}
