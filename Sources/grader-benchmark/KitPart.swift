import Assessment
import Foundation
import Grading
import Sandbox

/// Grading an exercise against what a learner does without a grader: `swift test` with its public examples.
///
/// The kit is copied and gets the reference solutions. It is tested without ever having been built, and when it was built
/// before one source file was edited: by a remark, which leaves everything else as it is, and by a function, which has what
/// imports the file's module compiled anew.
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
    let first = subject.exercises[0]
    let cold = try Rounds(
      min(rounds, 2), warmingUp: false,
      [
        {
          try? FileManager.default.removeItem(atPath: "\(copy)/.build")
          return try Cost.ofRunning(test(first, in: copy))
        },
        { try Cost.ofRunning(subject.grading(of: [first.name], under: .bubblewrap)) },
      ])
    say(" \(first.name), never built before")
    tell(cold)
    for exercise in subject.exercises {
      let file = "\(copy)/Exercises/\(exercise.scheme.folder)/\(exercise.files[0].path)"
      for isRemark in [true, false] {
        var number = 0
        let warm = try Rounds(
          rounds,
          [
            {
              number += 1
              // Each time another one, so that there is something to compile.
              let line = isRemark ? "// \(number)" : "func added\(number)() -> Int { \(number) }"
              try append(line, to: file)
              return try Cost.ofRunning(test(exercise, in: copy))
            },
            { try Cost.ofRunning(subject.grading(of: [exercise.name], under: .bubblewrap)) },
          ])
        say(" \(exercise.name), built before \(isRemark ? "a remark" : "a function") was added")
        tell(warm)
      }
    }
  }

  /// Prints what came of testing and grading.
  private func tell(_ rounds: Rounds) {
    line("swift test", rounds.wall(0).milliseconds)
    line("graded in a jail", rounds.wall(1).milliseconds)
    line("swift test / graded", rounds.ratio(0, over: 1))
  }

  /// Adds a line to a file.
  private func append(_ line: String, to file: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try (text + line + "\n").write(toFile: file, atomically: true, encoding: .utf8)
  }

  /// Runs the examples of an exercise.
  private func test(_ exercise: Subject.Exercise, in kit: String) -> ProcessSpecification {
    ProcessSpecification(
      executable: "\(subject.runtime.toolchain.usr)/bin/swift",
      arguments: ["test", "--package-path", kit, "--filter", "\(exercise.name)Tests"],
      environment: ProcessInfo.processInfo.environment)
  }
}
