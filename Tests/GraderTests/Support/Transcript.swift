import Assessment
import Foundation
import Testing

/// A recorded output of the grader, which a person has read and found right.
enum Transcript {
  /// Compares a run with its transcript, or records it when `GRADER_RECORD_TRANSCRIPTS` is set.
  ///
  /// Read what was recorded before it is committed: a transcript is only worth what its reader checked.
  static func check(
    _ run: GraderProgram.Run, named name: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let file = "\(try GraderProgram.course().root)/Tests/GraderTests/Transcripts/\(name).txt"
    let text = "exit status \(run.status)\n\(run.output)"
    if ProcessInfo.processInfo.environment["GRADER_RECORD_TRANSCRIPTS"] != nil {
      try text.write(toFile: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOfFile: file, encoding: .utf8)
    guard text != expected else { return }
    let difference = text.split(separator: "\n").difference(from: expected.split(separator: "\n"))
    let lines = difference.map { change in
      switch change {
      case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
      case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
      }
    }
    Issue.record(
      "The output is not that of \(name).txt:\n\(lines.joined(separator: "\n"))",
      sourceLocation: location)
  }
}
