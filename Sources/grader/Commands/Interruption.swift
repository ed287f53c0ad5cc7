import Foundation
import Sandbox

/// What happens when somebody presses Ctrl-C or asks the program to end.
enum Interruption {
  /// Ends every process that the grader started, then the grader, as soon as a signal asks for it.
  static func endProcessesWhenInterrupted() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        ProcessTable.shared.endAll()
        FileHandle.standardError.write(Data("\nInterrupted. Nothing was recorded.\n".utf8))
        exit(ExitCode.interrupted.rawValue)
      }
      source.activate()
      // Kept for as long as the program runs.
      _ = Unmanaged.passRetained(source as AnyObject)
    }
  }
}
