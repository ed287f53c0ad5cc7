import Digests
import Foundation
package import Grading

/// The catalogues of a grader's suites, kept between runs, since asking for them takes a process.
///
/// **Never stale:** the file's name is the digest of the code that holds the suites. And should it be wrong all the same, a
/// suite says before its first behaviour what it plans, and a difference is a grader fault; see ``SuiteReport``.
package struct CatalogueCache {
  /// The folder that prepared modules are kept in too.
  private let folder: String
  private let name: String

  /// The cache of a course for some code.
  package init(of course: Course, for code: ProgramCode) {
    folder = course.cache
    name = "\(Self.prefix)\(code.digest.description.prefix(20)).json"
  }

  private static let prefix = "catalogues-"

  /// The catalogues that are kept, or else those that somebody gives, which are kept then.
  package func catalogues(
    orAsking ask: () throws -> [String: Catalogue]
  ) rethrows -> [String: Catalogue] {
    let path = "\(folder)/\(name)"
    if let json = FileManager.default.contents(atPath: path),
      let kept = try? JSONDecoder().decode([String: Catalogue].self, from: json), !kept.isEmpty
    {
      return kept
    }
    let catalogues = try ask()
    // Where nothing can be kept, the next run asks again.
    if let json = try? JSONEncoder().encode(catalogues) {
      try? json.write(to: URL(filePath: path), options: .atomic)
      removeOthers()
    }
    return catalogues
  }

  /// Removes what was kept for other code.
  private func removeOthers() {
    for other in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where other.hasPrefix(Self.prefix) && other != name {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(other)")
    }
  }
}
