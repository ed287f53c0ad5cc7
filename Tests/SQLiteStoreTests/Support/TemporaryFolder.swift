import Foundation

/// A folder for the files of one test, which goes with its last reference.
final class TemporaryFolder: Sendable {
  /// The absolute path of the folder.
  let path: String

  /// Creates an empty folder.
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  func file(_ name: String = "course.gradebook") -> String { "\(path)/\(name)" }
}
