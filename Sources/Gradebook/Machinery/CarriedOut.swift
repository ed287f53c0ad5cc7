package import CQRS
package import EventSourcing

/// The outcome of a command: what it stored, now or when it was sent before, and the state that this led to.
package struct CarriedOut<D: Decider>: Sendable {
  /// The events that the command stored; none if there was nothing to change.
  package let events: [D.Event]
  /// The state after those events; without any, the present state.
  package let state: D.State
  /// Where the events are.
  package let receipt: CommandReceipt
}
