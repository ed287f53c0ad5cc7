package import Digests
package import FoundationEssentials

/// One source file of a submission, read once: what is compiled is what was checked.
package struct SourceFile: Hashable, Sendable {
  /// Its path below the exercise's folder, which diagnostics name: `Sources/TarnholtRules.swift`.
  package let path: String
  /// Its bytes.
  package let content: Data

  /// The digest of a submission's files.
  package static func digest(of files: [SourceFile]) -> Digest {
    Digest(ofNamed: files.map { ($0.path, $0.content) })
  }

  /// A file that was read.
  package init(path: String, content: Data) {
    self.path = path
    self.content = content
  }
}
