import Assessment
import Foundation
import Grading
import Sandbox

/// What keeping a result adds to a grading, and how fast an unchanged submission is answered.
struct RecordPart {
  private let subject: Subject
  private let rounds: Int
  private let folder: String

  /// Prepares the part.
  init(_ subject: Subject, rounds: Int, folder: String) {
    self.subject = subject
    self.rounds = rounds
    self.folder = folder
  }

  /// Measures and prints.
  func run() throws {
    _ = try Cost.ofRunning(grader(["gradebook", "create"]))
    _ = try Cost.ofRunning(grader(["enrol", "ada", "--name", "Ada"]))
    let exercise = subject.exercises[0]
    let one = ["submit", "ada", "\(subject.course.root)/Solutions", "--exercise", exercise.name]
    let all =
      ["submit", "ada", "\(subject.course.root)/Solutions"]
      + subject.exercises.flatMap { ["--exercise", $0.name] }
    _ = try Cost.ofRunning(grader(all))
    let rounds = try Rounds(
      rounds,
      [
        { try Cost.ofRunning(grader(one)) },
        { try Cost.ofRunning(grader(all)) },
        { try Cost.ofRunning(grader(one + ["--again"])) },
        { try Cost.ofRunning(subject.grading(of: [exercise.name], under: .bubblewrap)) },
        { try Cost.ofRunning(grader(["--help"])) },
      ])
    say("\nThe record")
    line("starting the grader at all", rounds.wall(4).milliseconds)
    line("\(exercise.name), unchanged", rounds.wall(0).milliseconds)
    line("\(subject.exercises.count) unchanged", rounds.wall(1).milliseconds)
    line("unchanged / graded", rounds.ratio(0, over: 3))
    line("graded and recorded / graded", rounds.ratio(2, over: 3))
  }

  /// Runs the grader over a gradebook of this part's own.
  private func grader(_ arguments: [String]) -> ProcessSpecification {
    ProcessSpecification(
      executable: subject.grader,
      arguments: arguments
        + (arguments == ["--help"] ? [] : ["--gradebook", "\(folder)/gradebook.sqlite"]),
      environment: ProcessInfo.processInfo.environment)
  }
}
