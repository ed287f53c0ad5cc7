import Foundation

/// The files that were prepared once, by which it is seen later whether they still are all there.
///
/// A cache folder is anybody's to clean up: a disk that was full, a tool that removes old files, a copy that was broken
/// off. A submission that does not build because of it would cost its learner every point.
struct PreparedFiles: Codable, Hashable, Sendable {
  /// The size of each file in bytes, by its path below the folder.
  private let sizes: [String: Int]

  /// Notes every file below a folder.
  init(in folder: String) throws {
    var sizes: [String: Int] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      sizes[path] = Self.size(of: "\(folder)/\(path)")
    }
    self.sizes = sizes
  }

  /// Whether every file is in a folder, with the size it had; more files do no harm.
  func areWhole(in folder: String) -> Bool {
    !sizes.isEmpty && sizes.allSatisfy { Self.size(of: "\(folder)/\($0.key)") == $0.value }
  }

  /// The size of a regular file; `nil` for anything else, or if there is none.
  private static func size(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
    return (attributes?[.size] as? NSNumber)?.intValue
  }
}
