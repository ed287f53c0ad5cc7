import Assessment
import Foundation

/// A file that a command line names for what it prints.
enum OutputFile {
  /// Writes a file as a whole.
  ///
  /// - Parameters:
  ///   - text: What it holds.
  ///   - path: Where it is.
  ///   - mayReplace: Whether a file that is there is written over.
  /// - Throws: `AssessmentError` of the kind `input` if it cannot be written.
  static func write(_ text: String, to path: String, mayReplace: Bool = true) throws {
    do {
      try Data(text.utf8).write(
        to: URL(filePath: path), options: mayReplace ? .atomic : .withoutOverwriting)
    } catch {
      throw AssessmentError(
        .input, "\(path) cannot be written. Check the path and its permissions.")
    }
  }
}
