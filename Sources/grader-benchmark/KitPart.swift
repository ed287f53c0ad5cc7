import Assessment
import Foundation
import Grading
import Sandbox

/// Grading an exercise against what a learner does without a grader: `swift test` with its public examples.
///
/// The kit is copied and gets the reference solutions. Cold is a kit that was never built, warm one in which a source file
/// of the exercise was edited since.
struct KitPart {
  private let subject: Subject
  private let rounds: Int
  private let folder: String
  private let kit: String?

  /// Prepares the part.
  ///
  /// - Parameter kit: A kit as learners get it.
  init(_ subject: Subject, rounds: Int, folder: String, kit: String?) {
    self.subject = subject
    self.rounds = rounds
    self.folder = folder
    self.kit = kit
  }

  /// Measures and prints.
  func run() throws {
    guard let kit else {
      say("\nGrading against swift test: left out; name a kit with --kit")
      return
    }
    let copy = "\(folder)/kit"
    let files = FileManager.default
    try files.copyItem(atPath: kit, toPath: copy)
    try? files.removeItem(atPath: "\(copy)/.build")
    for exercise in subject.exercises {
      let place = "\(copy)/Exercises/\(exercise.scheme.folder)"
      try files.removeItem(atPath: "\(place)/Sources")
      try files.copyItem(atPath: "\(exercise.folder)/Sources", toPath: "\(place)/Sources")
    }
    say("\nGrading an exercise against swift test of its examples in the kit")
    let colds = min(rounds, 2)
    let first = subject.exercises[0]
    // A first round would be as cold as any other; what it warms, the system's file cache, a learner has warm too.
    let cold = try Rounds(
      colds,
      [
        {
          try? FileManager.default.removeItem(atPath: "\(copy)/.build")
          return try Cost.ofRunning(test(first, in: copy))
        },
        { try Cost.ofRunning(subject.grading(of: [first.name], under: .bubblewrap)) },
      ])
    say(" \(first.name), cold")
    line("swift test", cold.wall(0).milliseconds)
    line("graded in a jail", cold.wall(1).milliseconds)
    line("swift test / graded", cold.ratio(0, over: 1))
    for exercise in subject.exercises {
      let file = "\(copy)/Exercises/\(exercise.scheme.folder)/\(exercise.files[0].path)"
      let warm = try Rounds(
        rounds,
        [
          {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try (text + "// \(UUID().uuidString)\n").write(
              toFile: file, atomically: true, encoding: .utf8)
            return try Cost.ofRunning(test(exercise, in: copy))
          },
          { try Cost.ofRunning(subject.grading(of: [exercise.name], under: .bubblewrap)) },
        ])
      say(" \(exercise.name), warm")
      line("swift test", warm.wall(0).milliseconds)
      line("graded in a jail", warm.wall(1).milliseconds)
      line("swift test / graded", warm.ratio(0, over: 1))
    }
  }

  /// Runs the examples of an exercise.
  private func test(_ exercise: Subject.Exercise, in kit: String) -> ProcessSpecification {
    ProcessSpecification(
      executable: "\(subject.runtime.toolchain.usr)/bin/swift",
      arguments: ["test", "--package-path", kit, "--filter", "\(exercise.name)Tests"],
      environment: ProcessInfo.processInfo.environment)
  }
}
