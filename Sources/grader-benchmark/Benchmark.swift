import Arguments
import Assessment
import Foundation

/// Measures grading against what it cannot do without, in turns within one run, and says where the time goes.
///
/// A machine's speed drifts, so only the ratio of neighbours counts; what a neighbour of this program takes from the
/// processors shows less in the time that they computed than in the time that went by, so both are told. Run it with
/// nothing else running: `swift run -c release grader-benchmark [PART…]`.
@main
enum Benchmark {
  static func main() {
    do {
      switch try BenchmarkCommand.tool.parse(Array(CommandLine.arguments.dropFirst())) {
      case .text(let text): say(text)
      case .action(let request): try run(request)
      }
    } catch let error as UsageError {
      complain(error.description)
      exit(64)
    } catch {
      complain("Error: \(error)")
      exit(70)
    }
  }

  /// Runs the parts that were asked for, or all.
  private static func run(_ request: BenchmarkRequest) throws {
    let subject = try Subject(names: request.exercises)
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    say(
      "\(ProcessInfo.processInfo.activeProcessorCount) processors; every ratio and time is the "
        + "median of its rounds, with the least and the greatest in parentheses.")
    for part in request.parts.isEmpty ? BenchmarkPart.allCases : request.parts {
      let own = "\(folder)/\(part.rawValue)"
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: false)
      let clock = ContinuousClock()
      let began = clock.now
      switch part {
      case .grading: try GradingPart(subject, rounds: request.rounds, folder: own).run()
      case .kit: try KitPart(subject, rounds: request.rounds, folder: own, kit: request.kit).run()
      case .batch: try BatchPart(subject, count: request.submissions, folder: own).run()
      case .memory: try MemoryPart(subject, folder: own).run()
      case .steps: try StepsPart(subject, rounds: request.rounds, folder: own).run()
      case .record: try RecordPart(subject, rounds: request.rounds, folder: own).run()
      }
      say("(\(Int((clock.now - began).seconds.rounded())) s)")
      try FileManager.default.removeItem(atPath: own)
    }
  }

  /// A new folder below the system's folder of temporary files.
  private static func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "grader-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }

  /// Says what is wrong.
  private static func complain(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8))
  }
}
