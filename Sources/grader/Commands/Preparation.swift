import Assessment
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

  /// Prepares modules and suites, grades, and cleans up.
  func withGrader<Result>(
    isolation: Isolation, terminal: Terminal, _ body: (ExerciseGrader) throws -> Result
  ) throws -> Result {
    try withScratch { scratch in
      let grader = try ExerciseGrader(
        course: course, isolation: isolation, program: program,
        environment: ProcessInfo.processInfo.environment, scratch: scratch,
        willCompile: terminal.tellOfCompilation)
      return try body(grader)
    }
  }

  /// Makes a scratch folder and removes it with everything that was started, also when interrupted.
  func withScratch<Result>(_ body: (Scratch) throws -> Result) throws -> Result {
    let scratch = try Scratch()
    defer { scratch.remove() }
    Interruption.cleanUpWhenInterrupted(scratch)
    try ProcessTable.shared.adoptOrphans()
    return try body(scratch)
  }

  /// How many submissions to grade at once.
  func jobs(_ requested: Int?) -> Int {
    requested ?? ProcessInfo.processInfo.activeProcessorCount
  }
}
