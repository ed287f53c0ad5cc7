import Foundation
package import Grading

/// A folder with one learner's exercises: a kit, its `Exercises` folder, or a folder of the same shape.
package struct LearnerFolder: Hashable, Sendable {
  /// The folder's name, by which results name the learner.
  package let name: String
  /// The folder that holds the unit folders.
  package let path: String

  /// Finds the learners at a path: the one it is, or those in the folders below it.
  ///
  /// - Throws: ``AssessmentError`` when the path leads to no exercise of the scheme.
  package static func find(at path: String, for scheme: Scheme) throws -> [LearnerFolder] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw AssessmentError(.input, "\(path) does not exist.")
    }
    guard isFolder.boolValue else {
      throw AssessmentError(
        .input, "\(path) is a file. Name a learner's folder, or a folder of such folders.")
    }
    if let learner = learner(at: path, for: scheme) { return [learner] }
    let children = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    let learners = children.filter { !$0.hasPrefix(".") }
      .compactMap { learner(at: "\(path)/\($0)", for: scheme) }
    guard !learners.isEmpty else {
      throw AssessmentError(
        .input,
        "\(path) holds no exercise of this course. Expected a folder such as "
          + "\(path)/\(scheme.exercises[0].folder).")
    }
    return learners
  }

  /// The learner whose folder a path is, or `nil`.
  private static func learner(at path: String, for scheme: Scheme) -> LearnerFolder? {
    let name = (realPath(path) ?? path).split(separator: "/").last.map(String.init) ?? path
    for folder in [path, "\(path)/Exercises"] {
      let holdsExercise = scheme.exercises.contains { exercise in
        FileManager.default.fileExists(atPath: "\(folder)/\(exercise.folder)")
      }
      if holdsExercise { return LearnerFolder(name: name, path: folder) }
    }
    return nil
  }
}
