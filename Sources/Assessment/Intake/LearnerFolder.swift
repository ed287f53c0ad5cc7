import Foundation
package import Grading

/// A folder with one learner's exercises: a kit, its `Exercises` folder, or a folder of the same shape.
package struct LearnerFolder: Hashable, Sendable {
  /// The folder's name, by which results name the learner.
  package let name: String
  /// The folder that was named to the grader.
  package let base: String
  /// The way from there to the folder that holds the unit folders; the learner may have made any step of it.
  package let steps: [String]

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
    let name = (realPath(path) ?? path).split(separator: "/").last.map(String.init) ?? path
    if let steps = steps(toExercisesBelow: path, for: scheme) {
      return [LearnerFolder(name: name, base: path, steps: steps)]
    }
    let children = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    let learners: [LearnerFolder] = children.filter { !$0.hasPrefix(".") }.compactMap { child in
      LearnerFolder(named: child, in: path, for: scheme)
    }
    guard !learners.isEmpty else {
      throw AssessmentError(
        .input,
        "\(path) holds no exercise of this course. Expected a folder such as "
          + "\(path)/\(scheme.exercises[0].folder).")
    }
    return learners
  }

  /// The folder of a learner in that of a class, or `nil` when it holds no exercise of the scheme.
  init?(named name: String, in path: String, for scheme: Scheme) {
    guard let steps = Self.steps(toExercisesBelow: "\(path)/\(name)", for: scheme) else {
      return nil
    }
    self.init(name: name, base: path, steps: [name] + steps)
  }

  /// Sets every property.
  private init(name: String, base: String, steps: [String]) {
    self.name = name
    self.base = base
    self.steps = steps
  }

  /// The absolute path of the folder that holds the unit folders.
  package var path: String { ([base] + steps).joined(separator: "/") }

  /// The way from a learner's folder to the one that holds the unit folders, or `nil` when it is none.
  private static func steps(toExercisesBelow path: String, for scheme: Scheme) -> [String]? {
    [[], ["Exercises"]].first { steps in
      scheme.exercises.contains { exercise in
        let folder = ([path] + steps + [exercise.folder]).joined(separator: "/")
        return FileManager.default.fileExists(atPath: folder)
      }
    }
  }
}

extension Course {
  /// Takes in the files of one exercise of a learner.
  package func intake(
    of exercise: Scheme.Exercise, from learner: LearnerFolder
  ) -> Intake.Outcome {
    let steps = learner.steps + exercise.folder.split(separator: "/").map(String.init)
    return Intake.take(below: learner.base, steps, limits: scheme.limits)
  }
}
