import Foundation
package import Grading

/// One entry of a folder with the folders of a class, named after learners.
package struct ClassEntry: Sendable {
  /// Its name.
  package let name: String
  /// The learner's folder, or why it is none, in sentences.
  package let folder: Result<LearnerFolder, AssessmentError>

  /// Reads a class's folder; **nothing in it is passed over** but hidden entries.
  ///
  /// - Returns: The entries, sorted by name.
  /// - Throws: ``AssessmentError`` of the kind `input` when there is no such folder, or nothing in it.
  package static func all(in path: String, for scheme: Scheme) throws -> [ClassEntry] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw AssessmentError(
        .input, "\(path) is no folder. Name one that holds a folder for each learner.")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { !$0.hasPrefix(".") }.sorted()
    guard !names.isEmpty else {
      throw AssessmentError(
        .input, "\(path) is empty. Name a folder that holds a folder for each learner.")
    }
    return names.map { ClassEntry($0, in: path, for: scheme) }
  }

  /// Looks at one entry.
  private init(_ name: String, in path: String, for scheme: Scheme) {
    self.name = name
    folder = Result { () throws(AssessmentError) in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder),
        isFolder.boolValue
      else {
        throw AssessmentError(.input, "It is no folder. Unpack it, or take it away.")
      }
      guard let folder = LearnerFolder(named: name, in: path, for: scheme) else {
        throw AssessmentError(
          .input,
          "It holds no exercise of this course. Expected a folder such as "
            + "\(name)/\(scheme.exercises[0].folder).")
      }
      return folder
    }
  }
}
