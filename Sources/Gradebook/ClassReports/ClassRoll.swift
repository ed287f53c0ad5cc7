/// The last taking of every learner, folded from the events of a whole gradebook.
///
/// **Of each learner one taking is kept, the last that began.** Earlier ones are over, and a class in which somebody
/// counted twice would have no rates.
package struct ClassRoll: Sendable {
  /// The takings by learner.
  private var last: [String: (number: Int, history: TakingHistory)] = [:]

  /// Nobody is enrolled.
  package init() {}

  /// Goes on by one event, in the order of the record.
  package mutating func apply(_ event: AnyGradebookEvent, of taking: TakingID) {
    let known = last[taking.learner]?.number ?? 0
    guard taking.number >= known else { return }
    if taking.number > known { last[taking.learner] = (taking.number, TakingHistory()) }
    last[taking.learner]?.history.apply(event)
  }

  /// The takings, sorted by learner.
  package var takings: [TakingHistory] {
    last.sorted { $0.key < $1.key }.map(\.value.history)
  }
}
