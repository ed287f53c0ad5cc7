import Assessment
import Foundation
import Grading
import Sandbox

/// Measures the grading of one learner against bare `swiftc` of the same files, with and without a jail, in turns
/// within one run, and says where the time goes.
///
/// A machine's speed drifts, so only the ratio of neighbours counts. Run it with nothing else running:
/// `swift run -c release grader-benchmark [exercise …] [rounds]`. Without an exercise it takes all.
@main
enum Benchmark {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let rounds = arguments.last.flatMap { Int($0) }
    if rounds != nil { arguments.removeLast() }
    let subject = try Subject(names: arguments)
    try measure(subject, rounds: rounds ?? 10)
  }

  /// Takes the measurements and prints them.
  private static func measure(_ subject: Subject, rounds: Int) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var totals: [[Double]] = [[], [], []]
    var parts: [Isolation: [Parts]] = [:]
    // The first of each warms caches and is not counted.
    for round in 0...rounds {
      let times = try [
        measured { try grade(subject, under: .bubblewrap) },
        measured { try grade(subject, under: .unconfined) },
        measured { try compileBare(subject, in: folder) },
      ]
      for isolation in Isolation.allCases {
        let taken = try Parts(of: subject, under: isolation, in: folder)
        if round > 0 { parts[isolation, default: []].append(taken) }
      }
      if round > 0 { for index in totals.indices { totals[index].append(times[index]) } }
    }
    let names = subject.exercises.map(\.catalogue.exercise.name).joined(separator: ", ")
    print("One learner's \(names); \(rounds) rounds\n")
    print("As many at once as there are processors")
    print("  graded in a jail       \(Sample(totals[0]).description)")
    print("  graded without a jail  \(Sample(totals[1]).description)")
    print("  bare swiftc and link   \(Sample(totals[2]).description)")
    print("  jailed / bare          \(ratio(totals[0], totals[2]))")
    print("  unjailed / bare        \(ratio(totals[1], totals[2]))")
    print("  jailed / unjailed      \(ratio(totals[0], totals[1]))")
    for isolation in Isolation.allCases.reversed() {
      print("\nOne after another, \(isolation == .unconfined ? "without a jail" : "in a jail")")
      for step in Parts.steps {
        let sample = Sample(parts[isolation, default: []].compactMap { $0.seconds[step] })
        print("  \(step.padding(toLength: 22, withPad: " ", startingAt: 0)) \(sample.description)")
      }
    }
  }

  /// Median and spread of the ratios of neighbours.
  private static func ratio(_ times: [Double], _ others: [Double]) -> String {
    let ratios = zip(times, others).map { $0 / $1 }.sorted()
    return String(
      format: "%.2f (%.2f to %.2f)", ratios[ratios.count / 2], ratios[0], ratios[ratios.count - 1])
  }

  /// Grades the solutions as a learner's.
  private static func grade(_ subject: Subject, under isolation: Isolation) throws {
    let names = subject.exercises.flatMap { ["--exercise", $0.catalogue.exercise.name] }
    try run(
      ProcessSpecification(
        executable: subject.grader,
        arguments: [
          "grade", "\(subject.course.root)/Solutions", "--color", "never", "--isolation",
          isolation.rawValue,
        ] + names,
        environment: ProcessInfo.processInfo.environment))
  }

  /// Compiles and links the same files to the same libraries by the compiler's driver, one call for each exercise, as
  /// many at once as there are processors.
  private static func compileBare(_ subject: Subject, in folder: String) throws {
    let programs = try subject.exercises.map { exercise in
      let name = exercise.catalogue.exercise.name
      let entry = "\(folder)/\(name)EntryPoint.swift"
      try Data(SubmissionBuild.entryPoint(serving: exercise.catalogue.exercise).utf8)
        .write(to: URL(filePath: entry))
      return ProcessSpecification(
        executable: subject.runtime.toolchain.swiftc,
        arguments: [
          "-swift-version", "6", "-parse-as-library", "-module-name", "Submission",
          "-emit-library", "-I", subject.runtime.moduleFolder, "-module-cache-path",
          subject.runtime.moduleCache, "-o", "\(folder)/\(name).so",
        ] + exercise.files.map { "\(exercise.folder)/\($0.path)" }
          + [entry, subject.runtime.library],
        environment: ProcessInfo.processInfo.environment)
    }
    let outcomes = inParallel(programs, jobs: ProcessInfo.processInfo.activeProcessorCount) {
      program in
      Result { try run(program) }
    } finished: { _ in
    }
    for outcome in outcomes { try outcome.get() }
  }

  /// Runs a program, which must succeed.
  private static func run(_ program: ProcessSpecification) throws {
    let run = try CapturedRun.run(program, seconds: 300, byteLimit: 16 << 20)
    guard run.succeeded else {
      throw AssessmentError(
        .machine,
        "\(program.executable) failed: \(String(decoding: run.error + run.output, as: UTF8.self))")
    }
  }

  /// A new folder below the system's folder of temporary files.
  private static func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "grader-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }
}
