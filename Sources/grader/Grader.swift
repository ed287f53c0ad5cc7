import CommandLine
import Foundation
import Grading
import SuiteSupport

/// The program: the command line, and the suites that are linked into it.
@main
enum Grader {
  static func main() async {
    let arguments = Array(ProcessInfo.processInfo.arguments.dropFirst())
    // The grader starts itself to run a suite, in a process that judges and talks to nobody else.
    if arguments == [SuiteRequest.programArgument] { exit(await SuiteProcess.run()) }
    exit(await GraderProgram.run(arguments))
  }
}
