import Reports
import Synchronization

/// Shows how far a batch has come while it runs: a line that is written over on a terminal, else a plain line now and
/// then.
final class Progress: Sendable {
  /// How long plain lines are apart at least.
  private static let interval: Duration = .seconds(10)

  private let terminal: Terminal
  private let noun: String
  private let beginning = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    var pace: Pace?
    /// When the last plain line was printed, or the time before which none is.
    var printed = Duration.zero
  }

  /// A batch that begins now.
  ///
  /// - Parameters:
  ///   - noun: What is counted, in the singular.
  ///   - terminal: Where it is shown.
  init(of noun: String, on terminal: Terminal) {
    self.noun = noun
    self.terminal = terminal
  }

  /// Shows that one more is finished, of so many.
  func finished(_ done: Int, of total: Int) {
    state.withLock { state in
      let time = ContinuousClock.now - beginning
      var pace = state.pace ?? Pace(of: total, noun)
      pace.finish(at: time)
      state.pace = pace
      if terminal.overwritesProgress {
        terminal.showProgress(pace.line(width: terminal.progressWidth))
      } else if time - state.printed >= Self.interval || (done == total && state.printed > .zero) {
        // A batch that is over before a line is due needs none.
        state.printed = time
        terminal.complain(pace.line(width: 200))
      }
    }
  }
}
