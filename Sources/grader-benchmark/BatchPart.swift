import Assessment
import Foundation
import Grading
import Sandbox

/// A class whose submissions are graded in one run: what one costs, how that grows, and what more jobs bring.
struct BatchPart {
  private let subject: Subject
  private let count: Int
  private let folder: String

  /// Prepares the part.
  ///
  /// - Parameter count: How many submissions the greatest batch has.
  init(_ subject: Subject, count: Int, folder: String) {
    self.subject = subject
    self.count = count
    self.folder = folder
  }

  /// Measures and prints.
  func run() throws {
    let exercise = subject.exercises[0]
    let processors = ProcessInfo.processInfo.activeProcessorCount
    say("\nA batch of submissions of \(exercise.name)")
    let alone = try folderOf(1, exercise)
    let one = try Rounds(5, [{ try Cost.ofRunning(grading(exercise, alone, jobs: 1)) }]).wall(0)
    line("1 alone", one.milliseconds)
    let batch = try folderOf(25, exercise)
    var shares: [Int: Double] = [:]
    for jobs in [1, 2, 4] {
      let each = try Cost.ofRunning(grading(exercise, batch, jobs: jobs)).wall / 25
      shares[jobs] = each
      let useful = Double(min(jobs, processors))
      line(
        "25, --jobs \(jobs)",
        String(
          format: "%.0f ms each; %.2f of one alone over %.0f processors", each * 1000,
          each * useful / one.median, useful))
    }
    let all = try folderOf(count, exercise)
    let each = try Cost.ofRunning(grading(exercise, all, jobs: processors)).wall / Double(count)
    let before = shares[processors] ?? each
    line(
      "\(count), --jobs \(processors)",
      String(
        format: "%.0f ms each; %.2f of what each of 25 takes", each * 1000,
        shares[processors] == nil ? 1 : each / before))
  }

  /// Grades a class.
  private func grading(
    _ exercise: Subject.Exercise, _ path: String, jobs: Int
  ) -> ProcessSpecification {
    subject.grading(of: [exercise.name], under: .bubblewrap, at: path, jobs: jobs)
  }

  /// A class of so many learners.
  private func folderOf(_ count: Int, _ exercise: Subject.Exercise) throws -> String {
    let path = "\(folder)/\(count)"
    try subject.writeClass(of: count, with: [exercise], at: path)
    return path
  }
}
