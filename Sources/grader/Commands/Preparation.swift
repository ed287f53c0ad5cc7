import Assessment
import Digests
import Foundation
import Grading
import Sandbox

/// What every command that grades gets ready first.
struct Preparation {
  /// The course.
  let course: Course
  private let program: String

  /// Finds the course.
  init(course path: String?) throws {
    program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    course = try Course.locate(
      named: path, program: program, currentFolder: FileManager.default.currentDirectoryPath)
  }

  /// The exercises of some names, or all, in the order of the scheme.
  func exercises(named names: [String]) throws -> [Scheme.Exercise] {
    let known = course.scheme.exercises
    for name in names where !known.contains(where: { $0.name == name }) {
      throw AssessmentError(
        .input,
        "There is no exercise \(name). This course has "
          + known.map(\.name).joined(separator: ", ") + ".")
    }
    return names.isEmpty ? known : known.filter { names.contains($0.name) }
  }

  /// The behaviours of each exercise, as the suites of this program declare them.
  func catalogues() throws -> [String: Catalogue] {
    try SuiteLauncher(program: program).catalogues()
  }

  /// Prepares modules and suites, grades, and cleans up.
  func withGrader<Result>(
    isolation: Isolation, terminal: Terminal, _ body: (ExerciseGrader) throws -> Result
  ) throws -> Result {
    try withScratch { try body(try makeGrader(isolation, terminal, $0)) }
  }

  /// Does the same for a body that waits.
  func withGrader<Result>(
    isolation: Isolation, terminal: Terminal, _ body: (ExerciseGrader) async throws -> Result
  ) async throws -> Result {
    let scratch = try makeScratch()
    defer { scratch.remove() }
    return try await body(try makeGrader(isolation, terminal, scratch))
  }

  /// What grades, with everything that gradings share.
  private func makeGrader(
    _ isolation: Isolation, _ terminal: Terminal, _ scratch: Scratch
  ) throws -> ExerciseGrader {
    try ExerciseGrader(
      course: course, isolation: isolation, program: program,
      environment: ProcessInfo.processInfo.environment, scratch: scratch,
      willCompile: terminal.tellOfCompilation)
  }

  /// What a class is told, with what it was graded under.
  func classResult(
    _ learners: [LearnerResult], of exercises: [Scheme.Exercise], isolation: Isolation,
    runtime: String
  ) -> ClassResult {
    ClassResult(
      course: course.scheme.course, isolation: isolation.rawValue,
      isBelowMinimumIsolation: isolation < course.minimumIsolation,
      scheme: course.schemeDigest.description, runtime: runtime,
      weights: Dictionary(uniqueKeysWithValues: exercises.map { ($0.name, $0.weight) }),
      isPartial: exercises.count < course.scheme.exercises.count, learners: learners)
  }

  /// Makes a scratch folder and removes it with everything that was started, also when interrupted.
  func withScratch<Result>(_ body: (Scratch) throws -> Result) throws -> Result {
    let scratch = try makeScratch()
    defer { scratch.remove() }
    return try body(scratch)
  }

  /// A scratch folder that is removed, with everything that was started, when the program is interrupted.
  private func makeScratch() throws -> Scratch {
    let scratch = try Scratch()
    Interruption.cleanUpWhenInterrupted(scratch)
    try ProcessTable.shared.adoptOrphans()
    return scratch
  }

  /// How many submissions to grade at once.
  func jobs(_ requested: Int?) -> Int {
    requested ?? ProcessInfo.processInfo.activeProcessorCount
  }
}
