import Assessment
import Border
import Foundation
import Grading
import Sandbox

/// Where the time of a grading goes: its steps for every exercise, one after another, in seconds.
struct Steps {
  /// The steps that together are the grading, in the order in which they are printed.
  static let whole = ["compile", "link", "start the suite", "its workers", "its calls and checks"]
  /// What single things take.
  static let single = ["start a host", "start a worker", "one call"]

  /// What each step took: the whole ones summed over the exercises, the single ones as means.
  private(set) var seconds: [String: Double] = [:]

  /// Takes every step once.
  ///
  /// - Parameter folder: An empty folder.
  init(of subject: Subject, under isolation: Isolation, in folder: String) throws {
    let jail = try isolation.jail()
    let limits = subject.course.scheme.limits
    for exercise in subject.exercises {
      var spent: [String: Double] = [:]
      let own = "\(folder)/\(exercise.name)"
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
        exercise: exercise.name, host: host.executable, library: host.library,
        readable: host.readable, preloads: host.preloads, isolation: isolation,
        limits: limits)
      let suite = try measured {
        let result = try subject.launcher.grade(submission, against: exercise.catalogue)
        guard result.earned == result.points else {
          throw AssessmentError(.course, "The reference solution does not have full marks.")
        }
      }
      let (starts, call) = try Self.starts(of: host, in: jail)
      // A host that is asked for a worker answers when it is ready, so what the first one takes longer is the host's.
      let others = starts.dropFirst()
      let mean = others.reduce(0, +) / Double(others.count)
      let exercises = Double(subject.exercises.count)
      spent["start a host"] = (starts[0] - mean) / exercises
      spent["start a worker"] = mean / exercises
      spent["one call"] = call / exercises
      // What a suite process does before the first behaviour is what it does when asked for the catalogues alone.
      let start = try measured { _ = try subject.launcher.catalogues() }
      // Two behaviours run at a time.
      let workers = mean * Double(exercise.catalogue.behaviours.count) / 2
      spent["start the suite"] = start
      spent["its workers"] = workers
      spent["its calls and checks"] = max(suite - start - workers, 0)
      seconds.merge(spent, uniquingKeysWith: +)
    }
  }

  /// How long the first workers of a host take to answer, one after another, and what a further call of the last takes.
  private static func starts(
    of program: HostProgram, in jail: any Jail
  ) throws -> (starts: [Double], call: Double) {
    let host = try WorkerHost(starting: try jail.confining(host: program))
    defer { host.end() }
    let frame = try Frame.call(Ping(), id: 1)
    var call = 0.0
    let starts = try (0..<6).map { _ in
      let (input, output, error) = (try StreamPipe(), try StreamPipe(), try StreamPipe())
      /// Asks for an answer and reads it, whose length is in its first four bytes.
      func ask() throws {
        _ = frame.withUnsafeBytes { write(input.writing.rawValue, $0.baseAddress, $0.count) }
        var size = [UInt8](repeating: 0, count: 4)
        guard read(output.reading.rawValue, &size, 4) == 4 else {
          throw AssessmentError(.machine, "A worker does not answer. \(host.lastWords)")
        }
        var answer = [UInt8](repeating: 0, count: size.reduce(0) { $0 << 8 | Int($1) })
        _ = read(output.reading.rawValue, &answer, answer.count)
      }
      var worker: HostedProcess?
      defer { worker?.end() }
      let seconds = try measured {
        worker = try host.start(
          input: input.reading, output: output.writing, error: error.writing)
        try ask()
      }
      call = try measured { for _ in 0..<200 { try ask() } } / 200
      return seconds
    }
    return (starts, call)
  }
}
