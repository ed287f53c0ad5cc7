import Foundation
import Testing

/// A recorded rendering, which a person has read and found right.
enum Golden {
  /// Compares a rendering with the recorded one, or records it when `GRADER_RECORD_TRANSCRIPTS` is set.
  ///
  /// Read what was recorded before it is committed: it is only worth what its reader checked.
  static func check(
    _ text: String, named name: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Goldens/\(name)").standardized.path
    if ProcessInfo.processInfo.environment["GRADER_RECORD_TRANSCRIPTS"] != nil {
      try Data(text.utf8).write(to: URL(filePath: file))
    }
    let expected = String(
      decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
    guard Array(text.utf8) != Array(expected.utf8) else { return }
    let difference = lines(text).difference(from: lines(expected)).map { change in
      switch change {
      case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
      case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
      }
    }
    Issue.record(
      "What is rendered is not \(name):\n\(difference.prefix(40).joined(separator: "\n"))",
      sourceLocation: location)
  }

  /// The lines of a text, with what ends them.
  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }
}
