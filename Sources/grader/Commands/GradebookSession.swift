import Assessment
import CQRS
import EventSourcing
import Foundation
import Registrar
import SQLiteStore

/// A command's way to the gradebook: finds the course and the file, and opens the registrar's office over both.
struct GradebookSession {
  /// The course, and what grading needs.
  let preparation: Preparation
  /// The use cases.
  let registrar: Registrar

  /// Opens the gradebook that a command line names.
  init(_ options: GradebookOptions) throws {
    let path = Self.path(options)
    preparation = try Preparation(course: options.course)
    let file = try StoreFile.open(at: path)
    registrar = Registrar(
      course: preparation.course, store: file.events, views: file.views, actor: NSUserName(),
      now: { Timestamp(rawValue: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down))) },
      randomNumber: { UInt64.random(in: .min ... .max) })
  }

  /// What to do when there is no gradebook, after a sentence that says so.
  static let remedy =
    " `grader gradebook create` makes one; --gradebook or $GRADER_GRADEBOOK names another."

  /// The path of the gradebook: the one named, else that of the environment, else one in the current folder.
  static func path(_ options: GradebookOptions) -> String {
    let named = ProcessInfo.processInfo.environment["GRADER_GRADEBOOK"] ?? ""
    return options.gradebook ?? (named.isEmpty ? "gradebook.sqlite" : named)
  }
}
