import Assessment
import Foundation
import Glibc

/// A folder that a class report is written into.
///
/// **Nothing is written over that is not an earlier report**: a folder that is there already must be empty or hold a
/// ``mark`` that an earlier report left. Other files in such a folder stay as they are. A folder that is made can be read by
/// its owner alone, and so can every file.
struct ReportFolder {
  /// The file that marks a folder as one of reports: the document for programs.
  static let mark = "class.json"
  /// What such a document has in its first bytes or soon after.
  private static let format = "\"format\" : \"grader.class-report\""

  /// The folder's path, as it was named.
  let path: String

  /// Takes a folder, and makes it if it is not there.
  ///
  /// - Throws: ``AssessmentError`` if it is something else, or cannot be made.
  init(at path: String) throws {
    self.path = path
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: path, isDirectory: &isFolder) else {
      do {
        try files.createDirectory(
          atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw AssessmentError(
          .input, "\(path) cannot be made. Check the path and its permissions.")
      }
      return
    }
    guard isFolder.boolValue, let names = try? files.contentsOfDirectory(atPath: path) else {
      throw AssessmentError(
        .input, "\(path) is no folder that can be read. Name a folder for the report.")
    }
    guard names.isEmpty || Self.isReport("\(path)/\(Self.mark)") else {
      throw AssessmentError(
        .input,
        "\(path) holds other things, and a report would lie among them. Name a new or empty folder, or one with an "
          + "earlier report.")
    }
  }

  /// Whether a file is the document of an earlier report.
  private static func isReport(_ path: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    return data.range(of: Data(format.utf8)) != nil
  }

  /// Writes a file as a whole: who reads it meets the old one or the new one.
  ///
  /// - Throws: ``AssessmentError`` if it cannot be written.
  func write(_ text: String, to name: String) throws {
    let target = "\(path)/\(name)"
    let draft = "\(path)/.\(name).\(getpid())"
    let bytes = Data(text.utf8)
    let isMade = FileManager.default.createFile(
      atPath: draft, contents: bytes, attributes: [.posixPermissions: 0o600])
    guard isMade, rename(draft, target) == 0 else {
      unlink(draft)
      throw AssessmentError(
        .input, "\(target) cannot be written. Check the permissions and the room on the disk.")
    }
  }
}
