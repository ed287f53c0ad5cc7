import Assessment
import Foundation
import Grading
import Sandbox
import Synchronization

/// Grading one learner's exercises against bare `swiftc` of the same files: each by itself, and all at once.
struct GradingPart {
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
    say("\nGrading against bare swiftc and link of the same files")
    for exercise in subject.exercises { try compare([exercise], exercise.name) }
    if subject.exercises.count > 1 { try compare(subject.exercises, "all, as many at once as fit") }
  }

  /// Compares the gradings of some exercises with and without a jail with compiling and linking them.
  private func compare(_ exercises: [Subject.Exercise], _ name: String) throws {
    let names = exercises.map(\.name)
    let rounds = try Rounds(
      self.rounds,
      [
        { try Cost.ofRunning(subject.grading(of: names, under: .bubblewrap)) },
        { try Cost.ofRunning(subject.grading(of: names, under: .unconfined)) },
        { try compileBare(exercises) },
      ])
    say(" \(name)")
    line("graded in a jail", rounds.wall(0).milliseconds)
    line("bare swiftc and link", rounds.wall(2).milliseconds)
    line("jailed / bare", rounds.ratio(0, over: 2))
    line("jailed / unjailed", rounds.ratio(0, over: 1))
  }

  /// Compiles and links files to the same libraries by the compiler's driver, one call for each exercise, as many at
  /// once as there are processors.
  private func compileBare(_ exercises: [Subject.Exercise]) throws -> Cost {
    let programs = try exercises.map { exercise in
      let entry = "\(folder)/\(exercise.name)EntryPoint.swift"
      try Data(SubmissionBuild.entryPoint(serving: exercise.catalogue.exercise).utf8)
        .write(to: URL(filePath: entry))
      return ProcessSpecification(
        executable: subject.runtime.toolchain.swiftc,
        arguments: [
          "-swift-version", "6", "-parse-as-library", "-module-name", "Submission",
          "-emit-library", "-I", subject.runtime.moduleFolder, "-module-cache-path",
          subject.runtime.moduleCache, "-o", "\(folder)/\(exercise.name).so",
        ] + exercise.files.map { "\(exercise.folder)/\($0.path)" }
          + [entry, subject.runtime.library],
        environment: ProcessInfo.processInfo.environment)
    }
    return try Cost.of {
      let failure = Mutex<(any Error)?>(nil)
      DispatchQueue.concurrentPerform(iterations: programs.count) { index in
        do { _ = try Cost.ofRunning(programs[index]) } catch { failure.withLock { $0 = error } }
      }
      if let failure = failure.withLock({ $0 }) { throw failure }
    }
  }
}
