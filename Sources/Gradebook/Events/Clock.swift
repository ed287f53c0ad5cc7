import EventSourcing

/// How far the clock of a machine may fall behind what is recorded already, in milliseconds.
///
/// Clocks are set right by small steps now and then; more than that is a clock that runs backward, and what it says is
/// not recorded.
package let clockTolerance: Int64 = 5_000

extension Timestamp {
  /// Whether the moment lies before another one by more than a clock may be set.
  func runsBehind(_ recorded: Timestamp) -> Bool {
    rawValue < recorded.rawValue - clockTolerance
  }
}
