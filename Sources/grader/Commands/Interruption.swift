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

  /// Does something and ends the program as soon as a signal asks for it.
  private static func endWhenInterrupted(
    by signals: [Int32], _ last: @escaping @Sendable () -> Void
  ) {
    for number in signals {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        last()
        exit(ExitCode.interrupted.rawValue)
      }
      source.activate()
      // Kept for as long as the program runs.
      _ = Unmanaged.passRetained(source as AnyObject)
    }
  }
}
