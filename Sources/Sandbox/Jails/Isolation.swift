/// How well a submission is kept from the machine and from the grader while it is built and run, weakest first.
///
/// Every result carries the level it was made under.
package enum Isolation: String, CaseIterable, Codable, Sendable, Comparable {
  /// Not at all: a process of the grader's own user, with limits on time, memory and output only.
  case unconfined = "none"
  /// Namespaces, read-only mounts, limits and a filter of system calls, by bubblewrap.
  case bubblewrap

  /// Whether a level is weaker than another.
  package static func < (a: Isolation, b: Isolation) -> Bool {
    a == .unconfined && b == .bubblewrap
  }

  /// The jail that reaches this level.
  ///
  /// - Throws: ``JailError`` when this machine lacks what it takes.
  package func jail() throws(JailError) -> any Jail {
    switch self {
    case .unconfined: NoJail()
    case .bubblewrap: try BubblewrapJail()
    }
  }
}
