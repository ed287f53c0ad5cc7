import Foundation
import Synchronization

/// A folder of this run's own, in which every submission is built in a folder of its own.
///
/// Only this user may enter it. Whoever makes one removes it, also when the run is interrupted.
package final class Scratch: Sendable {
  /// The absolute path of the folder.
  let path: String
  private let count = Mutex(0)

  /// Makes the folder where the system keeps temporary files.
  package init() throws {
    let base = FileManager.default.temporaryDirectory.path
    var template = Array("\(base)/grader-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw AssessmentError(
        .machine, "No folder can be made in \(base). Check the disk and its rights.")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes the folder and all that is in it.
  ///
  /// A grading that was broken off may still be writing; then it is tried again, for a while.
  package func remove() {
    for _ in 0..<100 {
      try? FileManager.default.removeItem(atPath: path)
      guard FileManager.default.fileExists(atPath: path) else { return }
      usleep(5_000)
    }
  }

  /// Runs a body with a new folder, and removes it after.
  func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let number = count.withLock { count in
      count += 1
      return count
    }
    let folder = "\(path)/\(number)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}

/// Lets every user read a folder and all below it; who may reach it is decided by the folder above.
///
/// A jailed program runs as a user of its own, and shows only what it is given.
func makeReadable(_ folder: String) throws {
  let files = FileManager.default
  let below = files.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  for path in [folder] + below.map({ "\(folder)/\($0)" }) {
    let mode = try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
    let isFolder =
      try files.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeDirectory
    let wanted = mode | (isFolder ? 0o555 : 0o444)
    if wanted != mode { try files.setAttributes([.posixPermissions: wanted], ofItemAtPath: path) }
  }
}
