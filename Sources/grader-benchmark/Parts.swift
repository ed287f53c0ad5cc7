import Assessment
import Foundation
import Grading
import Sandbox
import Wire

/// Where the time of a grading goes: its steps for every exercise, one after another, in seconds.
struct Parts {
  /// The steps, in the order in which they are printed.
  static let steps = ["compile", "link", "run the suite", "start a host", "start a worker"]

  /// What each step took, summed over the exercises; the last two are means.
  private(set) var seconds: [String: Double] = [:]

  /// Takes every step once.
  ///
  /// - Parameter folder: An empty folder.
  init(of subject: Subject, under isolation: Isolation, in folder: String) throws {
    let jail = try isolation.jail()
    let limits = subject.course.scheme.limits
    for exercise in subject.exercises {
      var spent: [String: Double] = [:]
      let own = "\(folder)/\(exercise.catalogue.exercise.name)"
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: own) }
      var steps: [(String, Duration)] = []
      let build = SubmissionBuild(runtime: subject.runtime, jail: jail, limits: limits) {
        steps.append(($0, $1))
      }
      guard
        case .built(let library) = try build.build(
          exercise.files, for: exercise.catalogue.exercise, in: own)
      else { throw AssessmentError(.course, "The reference solution does not build.") }
      for (step, duration) in steps { spent[step] = duration.seconds }

      let host = try subject.runtime.host(
        of: library, in: own, processorSeconds: limits.workerProcessorSeconds,
        memoryMegabytes: limits.workerMegabytes)
      let submission = SuiteRequest.Submission(
        exercise: exercise.catalogue.exercise.name, host: host.executable, library: host.library,
        readable: host.readable, preloads: host.preloads, isolation: isolation.rawValue,
        limits: limits)
      spent["run the suite"] = try measured {
        let result = try subject.launcher.grade(submission, against: exercise.catalogue)
        guard result.earned == result.points else {
          throw AssessmentError(.course, "The reference solution does not have full marks.")
        }
      }
      let starts = try Self.starts(of: host, in: jail)
      // A host that is asked for a worker answers when it is ready, so what the first one takes longer is the host's.
      let others = starts.dropFirst()
      let mean = others.reduce(0, +) / Double(others.count)
      spent["start a host"] = (starts[0] - mean) / Double(subject.exercises.count)
      spent["start a worker"] = mean / Double(subject.exercises.count)
      seconds.merge(spent, uniquingKeysWith: +)
    }
  }

  /// How long the first workers of a host take to answer, one after another.
  private static func starts(of program: HostProgram, in jail: any Jail) throws -> [Double] {
    let host = try WorkerHost(starting: try jail.confining(host: program))
    defer { host.end() }
    return try (0..<6).map { _ in
      let input = try StreamPipe()
      let output = try StreamPipe()
      let error = try StreamPipe()
      let seconds = try measured {
        let worker = try host.start(
          input: input.reading, output: output.writing, error: error.writing)
        defer { worker.end() }
        let call = try Frame.call(Ping(), id: 1)
        _ = call.withUnsafeBytes { write(input.writing.rawValue, $0.baseAddress, $0.count) }
        var byte: UInt8 = 0
        guard read(output.reading.rawValue, &byte, 1) == 1 else {
          throw AssessmentError(.machine, "A worker does not answer. \(host.lastWords)")
        }
      }
      return seconds
    }
  }
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
