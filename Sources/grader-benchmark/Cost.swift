import Assessment
import Foundation
import Sandbox

/// What it took to run something.
struct Cost {
  /// The seconds that went by.
  var wall: Double
  /// The seconds that processors computed for it and all it started, which neighbours on the machine change less.
  var computed: Double

  /// Runs a body that starts processes and waits for them.
  static func of(_ body: () throws -> Void) rethrows -> Cost {
    let before = computedByChildren()
    let wall = try measured(body)
    return Cost(wall: wall, computed: computedByChildren() - before)
  }

  /// Runs a program, which must end with one of some statuses.
  static func ofRunning(
    _ program: ProcessSpecification, endingWith statuses: Set<Int> = [0]
  ) throws -> Cost {
    try of {
      let run = try CapturedRun.run(program, seconds: 3_600, byteLimit: 64 << 20)
      guard case .ended(.exited(let status)) = run.ending, statuses.contains(status) else {
        throw AssessmentError(
          .machine,
          "\(program.executable) failed (\(run.ending)): "
            + String(decoding: (run.error + run.output).suffix(2_000), as: UTF8.self))
      }
    }
  }

  /// What processors have computed for processes that have ended and were waited for.
  private static func computedByChildren() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return usage.ru_utime.inSeconds + usage.ru_stime.inSeconds
  }
}

extension timeval {
  /// The time in seconds.
  fileprivate var inSeconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

/// How long a body takes, in seconds.
func measured(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  return try clock.measure(body).seconds
}

extension Duration {
  /// The whole duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
