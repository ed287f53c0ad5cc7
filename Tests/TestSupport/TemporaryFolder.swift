import Foundation

/// A folder for the files of one test, which goes with its last reference.
package final class TemporaryFolder: Sendable {
  /// The absolute path of the folder.
  package let path: String

  /// Creates an empty folder.
  package init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  package func file(_ name: String = "course.gradebook") -> String { "\(path)/\(name)" }
}
