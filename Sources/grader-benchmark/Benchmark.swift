import Assessment
import Foundation
import Grading
import Sandbox

/// Measures grading against bare `swiftc` of the same files, with and without a jail, in turns within one run.
///
/// A machine's speed drifts, so only the ratio of neighbours counts. Run it with nothing else running:
/// `swift run grader-benchmark [exercise] [runs]`.
@main
enum Benchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let name = arguments.first ?? "LotRules"
    let runs = arguments.dropFirst().first.flatMap { Int($0) } ?? 15
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let grader = URL(filePath: program).deletingLastPathComponent().appending(path: "grader").path
    let course = try Course.locate(named: nil, program: program, currentFolder: ".")
    guard let exercise = course.scheme.exercises.first(where: { $0.name == name }) else {
      throw AssessmentError(.input, "There is no exercise \(name).")
    }
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let baseline = try bareCompiler(course, exercise, grader: grader, folder: folder)
    func grading(_ isolation: Isolation) -> ProcessSpecification {
      ProcessSpecification(
        executable: grader,
        arguments: [
          "grade", "\(course.root)/Solutions", "--exercise", name, "--color", "never",
          "--isolation", isolation.rawValue,
        ],
        environment: ProcessInfo.processInfo.environment)
    }

    // The first of each warms caches and is not counted.
    let programs = [grading(.bubblewrap), grading(.unconfined), baseline]
    var times: [[Double]] = [[], [], []]
    for round in 0...runs {
      for (index, program) in programs.enumerated() {
        let time = try seconds(of: program)
        if round > 0 { times[index].append(time) }
      }
    }
    print("One prepared submission of \(name), \(runs) rounds")
    print("  graded in a jail       \(Sample(times[0]).description)")
    print("  graded without a jail  \(Sample(times[1]).description)")
    print("  bare swiftc and link   \(Sample(times[2]).description)")
    print("  jailed / bare          \(ratio(times[0], times[2]))")
    print("  unjailed / bare        \(ratio(times[1], times[2]))")
    print("  jailed / unjailed      \(ratio(times[0], times[1]))")
  }

  /// Median and spread of the ratios of neighbours.
  private static func ratio(_ times: [Double], _ others: [Double]) -> String {
    let ratios = zip(times, others).map { $0 / $1 }.sorted()
    return String(
      format: "%.2f (%.2f to %.2f)", ratios[ratios.count / 2], ratios[0], ratios[ratios.count - 1])
  }

  /// One call of the compiler's driver that compiles and links the same files to the same library.
  private static func bareCompiler(
    _ course: Course, _ exercise: Scheme.Exercise, grader: String, folder: String
  ) throws -> ProcessSpecification {
    let environment = ProcessInfo.processInfo.environment
    let toolchain = try Toolchain.find(environment: environment)
    let runtime = try PreparedRuntime.prepare(for: course, with: toolchain) {
      print("Compiling the provided modules, once …")
    }
    guard let catalogue = try SuiteLauncher(program: grader).catalogues()[exercise.name],
      case .accepted(let files) = Intake.take(
        below: "\(course.root)/Solutions/\(exercise.folder)", limits: course.scheme.limits)
    else { throw AssessmentError(.course, "The reference solution cannot be read.") }
    let entry = "\(folder)/EntryPoint.swift"
    try Data(SubmissionBuild.entryPoint(serving: catalogue.exercise).utf8)
      .write(to: URL(filePath: entry))
    let sources = files.map { "\(course.root)/Solutions/\(exercise.folder)/\($0.path)" }
    return ProcessSpecification(
      executable: toolchain.swiftc,
      arguments: [
        "-swift-version", "6", "-parse-as-library", "-module-name", "Submission", "-emit-library",
        "-I", runtime.moduleFolder, "-module-cache-path", runtime.moduleCache, "-o",
        "\(folder)/submission.so",
      ] + sources + [entry, runtime.library],
      environment: environment)
  }

  /// How long a program takes, which must succeed.
  private static func seconds(of program: ProcessSpecification) throws -> Double {
    let start = ContinuousClock.now
    let run = try CapturedRun.run(program, seconds: 300, byteLimit: 16 << 20)
    let time = ContinuousClock.now - start
    guard run.succeeded else {
      throw AssessmentError(
        .machine,
        "\(program.executable) failed: \(String(decoding: run.error + run.output, as: UTF8.self))")
    }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  /// A new folder below the system's folder of temporary files.
  private static func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "grader-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }
}
