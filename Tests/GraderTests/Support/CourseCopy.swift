import Assessment
import Foundation

/// A course that differs from the repository's own in who issues certificates; everything else is the same files.
final class CourseCopy: Sendable {
  private let folder: URL
  /// Its path.
  var path: String { folder.path }

  /// Makes the copy.
  ///
  /// - Parameter site: The issuer's site; there is no issuer at all if `nil`.
  init(site: String?) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "course-\(UUID().uuidString)")
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: false)
    let root = try GraderProgram.course().root
    for name in ["Sources", "Exercises", "Solutions", "Tests", "Package.swift"] {
      try files.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: "\(root)/\(name)")
    }
    let data = try Data(contentsOf: URL(filePath: "\(root)/grading.json"))
    guard var scheme = try JSONSerialization.jsonObject(with: data) as? [String: Any],
      var certificates = scheme["certificates"] as? [String: Any],
      var issuer = certificates["issuer"] as? [String: Any]
    else { throw CocoaError(.coderReadCorrupt) }
    issuer["site"] = site
    certificates["issuer"] = site == nil ? nil : issuer
    scheme["certificates"] = certificates
    try JSONSerialization.data(withJSONObject: scheme)
      .write(to: folder.appending(path: "grading.json"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
