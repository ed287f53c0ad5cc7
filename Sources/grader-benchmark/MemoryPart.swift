import Assessment
import Foundation
import Grading
import Sandbox

/// How much memory the grader itself needs at most, and all that it starts with it, by jobs and by submissions.
struct MemoryPart {
  private let subject: Subject
  private let folder: String

  /// What was seen of a grading.
  private struct Peak {
    /// Megabytes that the grader itself had at most.
    var own = 0.0
    /// Megabytes that it and its descendants had at most; what several share is divided among them.
    var all = 0.0
  }

  /// Prepares the part.
  init(_ subject: Subject, folder: String) {
    self.subject = subject
    self.folder = folder
  }

  /// Measures and prints.
  func run() throws {
    let exercise = subject.exercises[0]
    say("\nMemory of a batch of \(exercise.name) at most")
    for (count, jobs) in [(8, 1), (8, 2), (8, 4), (64, 2)] {
      let path = "\(folder)/\(count)-\(jobs)"
      try subject.writeClass(of: count, with: [exercise], at: path)
      let peak = try peak(
        of: subject.grading(of: [exercise.name], under: .bubblewrap, at: path, jobs: jobs))
      line(
        "\(count) submissions, --jobs \(jobs)",
        String(
          format: "%.0f MB the grader itself; %.0f MB with all it starts, %.0f MB per job",
          peak.own,
          peak.all, (peak.all - peak.own) / Double(jobs)))
    }
  }

  /// Runs a program and looks at its memory again and again.
  private func peak(of program: ProcessSpecification) throws -> Peak {
    let nowhere = Descriptor(open("/dev/null", O_RDWR | O_CLOEXEC))
    let process = try ChildProcess(
      starting: program, input: nowhere, output: nowhere, error: nowhere)
    defer { process.end() }
    var peak = Peak()
    while !process.endsByItself(within: 25) {
      peak.own = max(peak.own, Self.kilobytes("VmHWM", in: "/proc/\(process.id)/status") / 1024)
      let all = Self.descendants(of: process.id).reduce(0) {
        $0 + Self.kilobytes("Pss", in: "/proc/\($1)/smaps_rollup")
      }
      peak.all = max(peak.all, all / 1024)
    }
    guard case .exited(status: 0) = process.end() else {
      throw AssessmentError(.course, "The reference solution does not have full marks.")
    }
    return peak
  }

  /// A process and all that it started.
  private static func descendants(of process: pid_t) -> [pid_t] {
    let tasks = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return [process]
      + threads.flatMap { thread in
        let text =
          (try? String(contentsOfFile: "\(tasks)/\(thread)/children", encoding: .utf8)) ?? ""
        return text.split(separator: " ").compactMap { pid_t($0) }.flatMap(descendants)
      }
  }

  /// A number of a file with a line for each; 0 when the process has ended.
  private static func kilobytes(_ name: String, in file: String) -> Double {
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return line?.split(separator: " ").compactMap { Double($0) }.first ?? 0
  }
}
