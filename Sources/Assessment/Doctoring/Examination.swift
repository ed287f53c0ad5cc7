/// What the doctor found out about a machine.
package struct Examination: Sendable {
  /// One attack that was tried.
  package struct Finding: Sendable {
    /// What was tried, to be read after "A submission could not" or "could".
    package let title: String
    /// What it reached, in a clause; `nil` when it was contained.
    package let breach: String?

    /// Notes how an attack went.
    package init(title: String, breach: String?) {
      self.title = title
      self.breach = breach
    }
  }

  /// How this machine isolates, in one sentence.
  package let isolation: String
  /// The attacks, in the order in which they were tried.
  package let findings: [Finding]

  /// Puts both together.
  package init(isolation: String, findings: [Finding]) {
    self.isolation = isolation
    self.findings = findings
  }

  /// Whether every attack was contained.
  package var isContained: Bool { findings.allSatisfy { $0.breach == nil } }
}
