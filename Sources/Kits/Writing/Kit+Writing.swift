package import Assessment
import Foundation

extension Kit {
  /// Writes the kit into a new folder.
  ///
  /// **Nothing that is there is ever written over**: the folder must not exist, or be empty. It is there as a whole or
  /// not at all: the files are written beside it first.
  ///
  /// - Throws: ``AssessmentError`` of the kind `input` naming what is in the way.
  package func write(to path: String) throws(AssessmentError) {
    let target = URL(filePath: path).standardizedFileURL
    let parent = target.deletingLastPathComponent().path
    try Self.requireFree(target.path, named: path)
    guard target.path != FileManager.default.currentDirectoryPath else {
      throw AssessmentError(.input, "\(path) is the folder you are in. Name a new one.")
    }
    var template = Array("\(parent)/.kit-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw AssessmentError(
        .input,
        "\(path) cannot be made: \(parent) is no folder that can be written to. Make it first.")
    }
    let scratch = String(cString: made)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    do {
      for file in files {
        let place = URL(filePath: "\(scratch)/\(file.path)")
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try file.content.write(to: place, options: .withoutOverwriting)
      }
    } catch {
      throw AssessmentError(
        .input, "\(path) cannot be written. Is there room, and may you write to \(parent)?")
    }
    chmod(scratch, 0o755)
    // Takes the place of an empty folder, and of nothing else.
    guard rename(scratch, target.path) == 0 else {
      try Self.requireFree(target.path, named: path)
      throw AssessmentError(.input, "\(path) cannot be made. Name another folder.")
    }
  }

  /// Finds out whether there is nothing at a path, or an empty folder.
  private static func requireFree(_ path: String, named name: String) throws(AssessmentError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw AssessmentError(.input, "\(name) is there already and is no folder. Name a new one.")
    }
    guard let content = try? FileManager.default.contentsOfDirectory(atPath: path), content.isEmpty
    else {
      throw AssessmentError(
        .input,
        "\(name) is there already and is not empty. A kit is never written over anything: name a new "
          + "folder, or move this one away.")
    }
  }
}
