import CSQLite
import PlainText

/// Why a gradebook's file did not do what was asked, as a sentence that names the file and the remedy.
package struct StoreFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of trouble a file can make.
  package enum Problem: Hashable, Sendable {
    /// There is no such file.
    case notFound
    /// The path leads to a directory.
    case isDirectory
    /// A file that was to be created is there already.
    case alreadyExists
    /// The file is something else; the clause says what.
    case notAGradebook(String)
    /// The file was written by a newer grader, in a format this one does not know.
    case newerFormat(found: Int, known: Int)
    /// The operating system or the way it was opened does not let us; the clause says what.
    case notPermitted(String)
    /// Another process kept the file locked for too long.
    case busy
    /// There is no space left on the disk.
    case full
    /// Something is too large to be stored, or was made too large to be read.
    case tooLarge
    /// A value cannot be written as JSON and read again; the clause says which and why.
    case unstorable(String)
    /// Content is not as it was written; the clause says what was found.
    case damaged(String)
    /// Reading or writing failed below SQLite.
    case inputOutput(String)
    /// Anything else SQLite may say.
    case failed(String)
  }

  /// The path of the file.
  package let path: String
  /// What is wrong.
  package let problem: Problem

  /// Names a problem of a file.
  package init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// Translates an error of SQLite.
  ///
  /// - Parameters:
  ///   - code: The extended result code.
  ///   - message: SQLite's own words.
  init(_ path: String, code: Int32, message: String) {
    let detail = "SQLite error \(code), \(message)"
    let problem: Problem =
      switch code & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy
      case SQLITE_FULL: .full
      case SQLITE_TOOBIG: .tooLarge
      case SQLITE_NOTADB: .notAGradebook("it is not a database")
      case SQLITE_CORRUPT: .damaged(detail)
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN: .notPermitted(detail)
      case SQLITE_IOERR: .inputOutput(detail)
      default: .failed(detail)
      }
    self.init(path, problem)
  }

  /// One sentence or two: what is wrong with which file, and what to do.
  package var description: String {
    let file = "The gradebook \(path.printable)"
    return switch problem {
    case .notFound:
      "\(file) was not found; check the path, or create it first."
    case .isDirectory:
      "\(file) is a directory; name a file."
    case .alreadyExists:
      "\(path.printable) exists already and is never overwritten; name another file, or move it away."
    case .notAGradebook(let what):
      "\(path.printable) is not a gradebook: \(what.printable)."
    case .newerFormat(let found, let known):
      "\(file) has format \(found), and this grader knows formats up to \(known); use a newer grader."
    case .notPermitted(let what):
      "\(file) cannot be opened or written (\(what.printable)); check the permissions of the file and its folder."
    case .busy:
      "\(file) is in use by another process, which did not let go of it in time; try again."
    case .full:
      "\(file) could not grow: the disk or a quota is full. Nothing was recorded; make space and try again."
    case .tooLarge:
      "\(file) holds or was given a value that is too large."
    case .unstorable(let what):
      "\(file) cannot keep \(what.printable)."
    case .damaged(let what):
      "\(file) is damaged: \(what.printable). Restore it from a backup."
    case .inputOutput(let what):
      "\(file) could not be read or written (\(what.printable)); check the disk."
    case .failed(let what):
      "\(file) could not be used (\(what.printable))."
    }
  }
}
