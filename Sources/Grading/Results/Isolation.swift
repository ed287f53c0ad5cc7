/// A level of how well a submission is kept from the machine and from the grader while it is built and run, weakest first.
///
/// Every result carries the level it was made under, as an ``IsolationOnRecord``. Which jail reaches a level is the
/// affair of whoever starts processes.
package enum Isolation: String, CaseIterable, Codable, Sendable, Comparable {
  /// Not at all: a process of the grader's own user, with limits on time, memory and output only.
  case unconfined = "none"
  /// Namespaces, read-only mounts, limits and a filter of system calls, by bubblewrap.
  case bubblewrap

  /// Whether a level is weaker than another.
  package static func < (a: Isolation, b: Isolation) -> Bool { a.strength < b.strength }

  /// The place among the levels, from 0 for the weakest.
  private var strength: Int {
    switch self {
    case .unconfined: 0
    case .bubblewrap: 1
    }
  }
}
