/// Keeps a program that runs, or compiles, a learner's code from everything it does not need.
///
/// This is the seam for ways of isolation: one conformer per level of ``Isolation``.
package protocol Jail: Sendable {
  /// The level this jail reaches.
  var isolation: Isolation { get }

  /// The program that runs another one inside the jail.
  ///
  /// - Parameters:
  ///   - program: What to run; its paths are those outside the jail.
  ///   - readable: Files and folders it needs to read, besides the toolchain and the system's libraries.
  ///   - writable: The one folder it may write to, if any.
  func confining(
    _ program: ProcessSpecification, readable: [String], writable: String?
  ) -> ProcessSpecification
}

/// No jail: the program runs as it is, with its limits only.
package struct NoJail: Jail {
  /// Creates the jail that is none.
  package init() {}

  /// Always `unconfined`.
  package var isolation: Isolation { .unconfined }

  /// The program itself.
  package func confining(
    _ program: ProcessSpecification, readable: [String], writable: String?
  ) -> ProcessSpecification {
    program
  }
}

extension Isolation {
  /// The jail that reaches this level.
  package var jail: any Jail {
    switch self {
    case .unconfined: NoJail()
    }
  }
}
