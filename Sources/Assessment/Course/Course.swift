package import Digests
package import EventSourcing
import Foundation
package import Grading

/// A checkout of the course: its scheme, the provided sources, and the folders of exercises and solutions.
package struct Course: Sendable {
  /// The absolute path of the checkout.
  package let root: String
  /// The content of its `grading.json`.
  package let scheme: Scheme
  /// The same as it is written, for the record.
  package let schemeDocument: JSONValue
  /// The digest of its `grading.json`, which results carry.
  package let schemeDigest: Digest

  /// Opens the checkout at a path.
  package init(at root: String) throws {
    let path = "\(root)/grading.json"
    guard let json = FileManager.default.contents(atPath: path) else {
      throw AssessmentError(
        .course, "\(path) cannot be read. Name a checkout of the course with --course.")
    }
    self.root = realPath(root) ?? root
    let document = try Scheme.document(json)
    scheme = try Scheme(document)
    schemeDocument = document
    schemeDigest = Digest(of: json)
  }

  /// Finds the checkout: where it is said to be, else around the grader's program, else around the current folder.
  ///
  /// The program comes before the current folder, so that a `grading.json` in a learner's folder is never taken for
  /// the course's.
  package static func locate(
    named path: String?, program: String, currentFolder: String
  ) throws -> Course {
    if let path { return try Course(at: path) }
    for start in [program, currentFolder] {
      var folder = URL(filePath: start)
      while folder.path != "/" {
        let isCourse = ["grading.json", "Sources/WorkerRuntime"].allSatisfy {
          FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
        }
        if isCourse { return try Course(at: folder.path) }
        folder.deleteLastPathComponent()
      }
    }
    throw AssessmentError(
      .course, "No checkout of the course was found. Name one with --course.")
  }

  /// Where prepared modules are kept between runs.
  var cache: String { "\(realPath("\(root)/.build") ?? "\(root)/.build")/grader" }
}

/// The absolute path of an existing file with every link followed, or `nil`.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
