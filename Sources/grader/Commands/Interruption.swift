import Assessment
import Foundation
import Sandbox

/// What happens when somebody presses Ctrl-C or asks the program to end.
enum Interruption {
  /// Ends every process that the grader started, then the grader, as soon as a signal asks for it.
  ///
  /// - Parameter scratch: The folder of the run, which is removed.
  static func cleanUpWhenInterrupted(_ scratch: Scratch) {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        ProcessTable.shared.endAll()
        scratch.remove()
        try? FileHandle.standardError.write(contentsOf: Data("\nInterrupted.\n".utf8))
        exit(ExitCode.interrupted.rawValue)
      }
      source.activate()
      // Kept for as long as the program runs.
      _ = Unmanaged.passRetained(source as AnyObject)
    }
  }
}
