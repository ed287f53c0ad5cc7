import Arguments
import Foundation

/// The grader as a program: parses a command line, runs the command, prints what went wrong.
package enum GraderProgram {
  /// Does what a command line asks for.
  ///
  /// - Parameter arguments: The arguments without the name of the program.
  /// - Returns: The status that the program ends with, one of those that README lists.
  package static func run(_ arguments: [String]) async -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    return await run(arguments, on: Terminal()).rawValue
  }

  /// Does what a command line asks for and prints at a terminal.
  private static func run(_ arguments: [String], on terminal: Terminal) async -> ExitCode {
    do {
      switch try CommandTree.tool.parse(
        arguments, version: "0.1", topics: HelpTopic.texts, width: terminal.width)
      {
      case .text(let text):
        terminal.print(text)
        return .success
      case .action(let command): return try await command.run(on: terminal)
      }
    } catch let error as UsageError {
      terminal.complain(error.description)
      return .usage
    } catch let failure as any GraderFailure {
      terminal.complain(error: failure.words)
      return failure.exitCode
    } catch is CancellationError {
      // A grading that a signal abandoned: the signal's handler cleans up and ends the program, which must not end before.
      try? await Task.sleep(for: .seconds(60))
      return .interrupted
    } catch {
      terminal.complain("Internal error. \(error)")
      return .internalError
    }
  }
}
