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

  /// Whoever waits for a grading that is ended as a whole: a signal ends every process that the grader started, then the
  /// grader.
  static func ending(on terminal: Terminal) -> GradingAttendant {
    GradingAttendant(willCompile: terminal.tellOfCompilation) { scratch in
      endWhenInterrupted(by: [SIGINT, SIGTERM, SIGHUP]) {
        ProcessTable.shared.endAll()
        scratch.remove()
        try? FileHandle.standardError.write(contentsOf: Data("\nInterrupted.\n".utf8))
      }
    }
  }

  /// Whoever waits for a batch that comes to its end: the first Ctrl-C lets what is under way be finished, and another one
  /// ends the program.
  ///
  /// - Parameters:
  ///   - halt: What is asked for; it is abandoned before any process is ended, so that no end is taken for a result.
  ///   - terminal: Where it is said.
  static func halting(_ halt: Halt, on terminal: Terminal) -> GradingAttendant {
    let made = ScratchHolder()
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
        made.scratch?.remove()
        terminal.complain("Ended. What was recorded stays; the same command goes on with the rest.")
        exit(ExitCode.interrupted.rawValue)
      }
    }
    return GradingAttendant(willCompile: terminal.tellOfCompilation) { made.scratch = $0 }
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
