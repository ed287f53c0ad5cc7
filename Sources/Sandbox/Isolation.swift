/// How well a submission was kept from the machine and from the grader while it was built and run.
///
/// Every result carries the level it was made under.
package enum Isolation: String, CaseIterable, Codable, Sendable {
  /// Not at all: a process of the grader's own user, with limits on time, memory and output only.
  case unconfined = "none"
}
