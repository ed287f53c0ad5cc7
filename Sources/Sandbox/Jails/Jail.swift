package import Grading

/// Keeps a program that runs, or compiles, a learner's code from everything it does not need.
///
/// This is the seam for ways of isolation: one conformer per level of ``Isolation``.
package protocol Jail: Sendable {
  /// The level this jail reaches.
  var isolation: Isolation { get }
  /// How it isolates, in one sentence.
  var description: String { get }

  /// The program that runs another one inside the jail.
  ///
  /// - Parameters:
  ///   - program: What to run.
  ///   - cell: What it finds there.
  func confining(
    _ program: ProcessSpecification, to cell: Cell
  ) throws(SystemError) -> ProcessSpecification

  /// Finds out whether the jail works on this machine, by running a program in it.
  ///
  /// - Throws: ``JailError`` with the reason and the remedy when it does not.
  func probe() throws(JailError)
}
