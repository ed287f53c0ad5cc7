/// What came of an inspection: whether a kit may be given to learners.
package struct KitCheck: Hashable, Sendable {
  /// What was found, by path and line.
  package let findings: [KitFinding]
  /// The number of files that were looked at.
  package let fileCount: Int

  /// Whether the kit may be given to learners.
  package var holds: Bool { findings.isEmpty }

  /// Sorts findings.
  init(_ findings: [KitFinding], files: Int) {
    self.findings = findings.sorted {
      ($0.path, $0.line ?? 0, $0.description) < ($1.path, $1.line ?? 0, $1.description)
    }
    fileCount = files
  }
}
