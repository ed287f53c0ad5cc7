import Assessment
import Foundation
import Testing

/// A temporary folder of learners, made from the reference solution by small edits.
final class ClassFolder {
  /// One edit: in a file of the reference solution, a text that stands there once is replaced.
  struct Edit {
    /// The file's name.
    var file: String
    /// What to find.
    var find: String
    /// What to write instead.
    var replacement: String

    /// Describes an edit.
    init(_ file: String, _ find: String, _ replacement: String) {
      self.file = file
      self.find = find
      self.replacement = replacement
    }
  }

  /// The folder's path.
  let path: String

  /// Makes an empty folder.
  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "grader-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Adds a learner who hands in the reference solution of FrontDesk with some edits.
  ///
  /// - Returns: The folder of the learner's source files.
  @discardableResult
  func add(_ learner: String, _ edits: [Edit] = []) throws -> String {
    let exercise = "Unit1/FrontDesk"
    let sources = "\(path)/\(learner)/\(exercise)/Sources"
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(learner)/\(exercise)", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(try GraderProgram.course().root)/Solutions/\(exercise)/Sources", toPath: sources)
    for edit in edits {
      let url = URL(filePath: "\(sources)/\(edit.file)")
      let text = try String(contentsOf: url, encoding: .utf8)
      try #require(text.ranges(of: edit.find).count == 1, "The edit of \(edit.file) must fit once.")
      try text.replacing(edit.find, with: edit.replacement)
        .write(to: url, atomically: true, encoding: .utf8)
    }
    return sources
  }

  /// A checkout with the same content and shorter limits of time, for submissions that hang.
  func hastyCourse() throws -> String {
    let course = try GraderProgram.course()
    let hasty = "\(path)/.course"
    try FileManager.default.createDirectory(atPath: hasty, withIntermediateDirectories: true)
    for name in [".build", "Sources", "Exercises", "Solutions"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(hasty)/\(name)", withDestinationPath: "\(course.root)/\(name)")
    }
    let scheme = try String(contentsOfFile: "\(course.root)/grading.json", encoding: .utf8)
    var hastened = scheme
    for (limit, usual, short) in [("callSeconds", 5, 2), ("buildSeconds", 60, 15)] {
      let line = "\"\(limit)\": \(usual)"
      try #require(scheme.ranges(of: line).count == 1)
      hastened = hastened.replacing(line, with: "\"\(limit)\": \(short)")
    }
    try hastened.write(toFile: "\(hasty)/grading.json", atomically: true, encoding: .utf8)
    return hasty
  }
}
