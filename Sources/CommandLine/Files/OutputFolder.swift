import Assessment
import Foundation

/// A folder that a command writes files to, whole files only.
struct OutputFolder {
  /// Its path.
  let path: String

  /// Names a folder; it is made when something is written.
  init(_ path: String) { self.path = path }

  /// Writes files; one that is there and says something else is never overwritten.
  func write(_ files: [(name: String, content: Data)]) throws {
    for (name, content) in files {
      let file = "\(path)/\(name)"
      // A PDF depends on the machine's fonts, so another one may say the same.
      if let old = FileManager.default.contents(atPath: file), old != content,
        !name.hasSuffix(".pdf")
      {
        throw AssessmentError(
          .input,
          "\(file) is there already and is another file; nothing was written. Name another folder with --to."
        )
      }
    }
    try replace(files)
  }

  /// Writes files, in place of those that are there.
  func replace(_ files: [(name: String, content: Data)]) throws {
    for (name, content) in files {
      let file = URL(filePath: "\(path)/\(name)")
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: file, options: .atomic)
      } catch {
        throw AssessmentError(
          .input, "\(file.relativePath) cannot be written: \(error.localizedDescription)")
      }
    }
  }
}
