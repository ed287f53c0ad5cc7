import Foundation
import Testing

/// A recorded rendering, which a person has read and found right.
enum Golden {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Goldens")

  /// Compares a text with its golden, or records it when `GRADER_RECORD_TRANSCRIPTS` is set.
  ///
  /// Read what was recorded before it is committed: a golden is only worth what its reader checked.
  static func check(
    _ text: String, named name: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["GRADER_RECORD_TRANSCRIPTS"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    guard text != expected else { return }
    let difference = text.split(separator: "\n").difference(from: expected.split(separator: "\n"))
    let lines = difference.map { change in
      switch change {
      case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
      case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
      }
    }
    Issue.record(
      "The text is not that of \(name):\n\(lines.joined(separator: "\n"))",
      sourceLocation: location)
  }
}
