import Assessment
import Foundation
import Sandbox

/// What happens when somebody presses Ctrl-C or asks the program to end.
enum Interruption {
  /// Says what becomes of a dialogue that is interrupted, and ends the program.
  static func explainWhenInterrupted(_ sentence: String) {
    endWhenInterrupted(by: [SIGINT, SIGTERM]) {
      try? FileHandle.standardError.write(contentsOf: Data("\nInterrupted. \(sentence)\n".utf8))
    }
  }

  /// Ends every process that the grader started, then the grader, as soon as a signal asks for it.
  ///
  /// - Parameter scratch: The folder of the run, which is removed.
  static func cleanUpWhenInterrupted(_ scratch: Scratch) {
    endWhenInterrupted(by: [SIGINT, SIGTERM, SIGHUP]) {
      ProcessTable.shared.endAll()
      scratch.remove()
      try? FileHandle.standardError.write(contentsOf: Data("\nInterrupted.\n".utf8))
    }
  }

  /// Lets what is under way come to its end when somebody presses Ctrl-C, and ends the program at the second time.
  ///
  /// - Parameters:
  ///   - halt: What is asked for; it is abandoned before any process is ended, so that no end is taken for a result.
  ///   - terminal: Where it is said.
  ///   - cleanUp: Done last.
  static func haltWhenInterrupted(
    _ halt: Halt, terminal: Terminal, _ cleanUp: @escaping @Sendable () -> Void
  ) {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      handle(number) {
        if number == SIGINT, halt.request() {
          terminal.complain(
            "Interrupted. What is under way is still graded and recorded; Ctrl-C once more ends at "
              + "once.")
          return
        }
        halt.abandon()
        ProcessTable.shared.endAll()
        cleanUp()
        terminal.complain("Ended. What was recorded stays; the same command goes on with the rest.")
        exit(ExitCode.interrupted.rawValue)
      }
    }
  }

  /// Does something and ends the program as soon as a signal asks for it.
  private static func endWhenInterrupted(
    by signals: [Int32], _ last: @escaping @Sendable () -> Void
  ) {
    for number in signals {
      handle(number) {
        last()
        exit(ExitCode.interrupted.rawValue)
      }
    }
  }

  /// Does something whenever a signal comes, in place of what it does by itself.
  private static func handle(_ number: Int32, _ body: @escaping @Sendable () -> Void) {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: body)
    source.activate()
    // Kept for as long as the program runs.
    _ = Unmanaged.passRetained(source as AnyObject)
  }
}
