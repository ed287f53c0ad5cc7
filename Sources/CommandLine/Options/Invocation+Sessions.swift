import Arguments
import Assessment
import Certificates
import Foundation
import GradebookAccess
import Registrar

extension Invocation {
  /// The course and the suites, as `--course` names them.
  func gradingSession() throws -> GradingSession {
    try GradingSession(course: self[Options.course])
  }

  /// Where the gradebook is that a command line, or else the environment, names.
  var gradebook: GradebookLocation {
    GradebookLocation(
      named: self[Options.gradebook], environment: ProcessInfo.processInfo.environment)
  }

  /// The registrar's office over the gradebook that a command line names, and the session of its course.
  func office() throws -> (session: GradingSession, registrar: Registrar) {
    let session = try gradingSession()
    return (session, try gradebook.office(of: session.course))
  }

  /// The registrar's office over the gradebook that a command line names.
  func registrar() throws -> Registrar { try office().registrar }

  /// The folder of the issuer's keys that a command line, or else the environment, names.
  var keyFolder: KeyFolder {
    KeyFolder(
      KeyFolder.usualPath(
        named: self[Options.keys], environment: ProcessInfo.processInfo.environment,
        home: NSHomeDirectory()))
  }

  /// How many submissions are graded at once.
  var jobs: Int { self[Options.jobs] ?? GradingSession.usualJobs }
}

extension Registrar {
  /// An act of whoever runs this program, which nobody has done before.
  var ownAct: Act { newAct(by: NSUserName()) }
}
