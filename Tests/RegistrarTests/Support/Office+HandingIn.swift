import Assessment
import Foundation
import Grading
import Registrar

extension Office {
  /// The folder of the class.
  var classFolder: String { folder.appending(path: "class").path }

  /// Writes the one source file of an exercise in a learner's folder of the class.
  func write(_ text: String, of exercise: String = "Ledger", by learner: String) throws {
    let scheme = registrar.course.scheme
    for entry in scheme.exercises where entry.name == exercise {
      let sources = "\(classFolder)/\(learner)/\(entry.folder)/Sources"
      try FileManager.default.createDirectory(
        atPath: sources, withIntermediateDirectories: true)
      try text.write(toFile: "\(sources)/Work.swift", atomically: true, encoding: .utf8)
    }
  }

  /// The folder of a learner.
  func learnerFolder(_ learner: String) throws -> LearnerFolder {
    let found = try LearnerFolder.find(
      at: "\(classFolder)/\(learner)", for: registrar.course.scheme)
    return found[0]
  }

  /// An exercise of the course.
  func exercises(_ names: String...) -> [Scheme.Exercise] {
    registrar.course.scheme.exercises.filter { names.contains($0.name) }
  }
}
