import Assessment
import EventSourcing
import Foundation
import StrictJSON

/// Reads files of a course, following no link.
struct CourseReader {
  private let root: String

  /// Reads below the root of a checkout.
  init(_ root: String) {
    self.root = root
  }

  /// One file.
  ///
  /// - Throws: ``AssessmentError`` of the kind `course` if it is not there or is a link.
  func file(_ path: String) throws -> KitFile {
    guard kind(of: path) == .typeRegular,
      let content = FileManager.default.contents(atPath: "\(root)/\(path)")
    else {
      throw AssessmentError(
        .course, "\(path) of the course is no file that can be read. A kit needs it.")
    }
    return KitFile(path: path, content: content)
  }

  /// Every Swift file below a folder, of which there must be one.
  ///
  /// - Throws: ``AssessmentError`` of the kind `course`.
  func sources(in folder: String) throws -> [KitFile] {
    let files = try files(below: folder).filter { $0.hasSuffix(".swift") }
    guard !files.isEmpty else {
      throw AssessmentError(.course, "\(folder) of the course holds no Swift file. A kit needs it.")
    }
    return try files.map(file)
  }

  /// The files of questions in a folder.
  ///
  /// - Throws: ``AssessmentError`` of the kind `course` if one of them also holds keys.
  func questions(in folder: String) throws -> [KitFile] {
    try files(below: folder).filter { $0.hasSuffix(".json") }.map { path in
      let file = try file(path)
      let value = try? JSONValue(strictly: file.content)
      guard case .object(let members)? = value,
        Set(members.keys) == ["version", "questions"]
      else {
        throw AssessmentError(
          .course,
          "\(path) holds more than a version and questions. Learners get this file: put keys into "
            + "Solutions.")
      }
      return file
    }
  }

  /// The paths of everything below a folder that is no folder, sorted; a link stands for itself.
  ///
  /// - Throws: ``AssessmentError`` of the kind `course` if the folder is not there or is a link.
  func files(below folder: String) throws -> [String] {
    guard kind(of: folder) == .typeDirectory,
      let names = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
    else {
      throw AssessmentError(.course, "\(folder) of the course is no folder that can be read.")
    }
    return try names.sorted().flatMap { name in
      let path = "\(folder)/\(name)"
      return kind(of: path) == .typeDirectory ? try files(below: path) : [path]
    }
  }

  /// What is at a path, without following a link: a path over a link is one.
  func kind(of path: String) -> FileAttributeType? {
    var place = root
    var kind: FileAttributeType?
    for step in path.split(separator: "/") {
      place += "/\(step)"
      kind =
        (try? FileManager.default.attributesOfItem(atPath: place))?[.type] as? FileAttributeType
      if kind == .typeSymbolicLink { break }
    }
    return kind
  }
}
