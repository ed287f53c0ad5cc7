package import Grading

/// No jail: the program runs as it is, with its limits only.
package struct NoJail: Jail {
  /// Creates the jail that is none.
  package init() {}

  /// Always `unconfined`.
  package var isolation: Isolation { .unconfined }

  /// Says that it does not.
  package var description: String { "Learners' code is not isolated." }

  /// The program itself.
  package func confining(
    _ program: ProcessSpecification, to cell: Cell
  ) throws(SystemError) -> ProcessSpecification {
    program
  }

  /// Always works.
  package func probe() throws(JailError) {}
}
