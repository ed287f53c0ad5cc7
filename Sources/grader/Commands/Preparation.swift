import Assessment
import Digests
import Foundation
import Grading
import Sandbox
import Synchronization

/// What every command that grades gets ready first.
struct Preparation {
  /// The course.
  let course: Course
  private let program: String
  private let code: ProgramCode

  /// Finds the course.
  init(course path: String?) throws {
    code = try ProgramCode(ofProgramAt: "/proc/self/exe")
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
    try CatalogueCache(of: course, for: code)
      .catalogues(orAsking: SuiteLauncher(program: program, code: code).catalogues)
  }

  /// Prepares modules and suites, grades, and cleans up.
  func withGrader<Result>(
    isolation: Isolation, terminal: Terminal, _ body: (ExerciseGrader) throws -> Result
  ) throws -> Result {
    try withScratch { try body(try makeGrader(isolation, terminal, $0)) }
  }

  /// Opens a desk for submissions, which prepares all that only if something must be graded, and cleans up.
  ///
  /// - Parameters:
  ///   - isolation: The isolation of submissions.
  ///   - halt: What the first Ctrl-C asks for; another one ends the program.
  ///   - terminal: Where it is told what takes long.
  ///   - body: What is done at the desk.
  func withDesk<Result>(
    isolation: Isolation, until halt: Halt, terminal: Terminal,
    _ body: (GradingDesk) async throws -> Result
  ) async throws -> Result {
    let environment = ProcessInfo.processInfo.environment
    let circumstances = try Circumstances(
      course: course, isolation: isolation, code: code, environment: environment)
    let scratch = Mutex<Scratch?>(nil)
    Interruption.haltWhenInterrupted(halt, terminal: terminal) {
      scratch.withLock { $0?.remove() }
    }
    defer { scratch.withLock { $0?.remove() } }
    let desk = GradingDesk(under: circumstances) { [self] in
      let folder = try Scratch()
      scratch.withLock { $0 = folder }
      try ProcessTable.shared.adoptOrphans()
      let grader = try makeGrader(isolation, terminal, folder)
      guard grader.runtimeDigest == circumstances.runtime else {
        throw AssessmentError(
          .machine,
          "The toolchain or the provided modules changed while the grader started. Try again.")
      }
      return { grader.grade($0, of: $1) }
    }
    return try await body(desk)
  }

  /// What grades, with everything that gradings share.
  private func makeGrader(
    _ isolation: Isolation, _ terminal: Terminal, _ scratch: Scratch
  ) throws -> ExerciseGrader {
    try ExerciseGrader(
      course: course, isolation: isolation, program: program, code: code,
      environment: ProcessInfo.processInfo.environment, scratch: scratch,
      willCompile: terminal.tellOfCompilation)
  }

  /// What a class is told, with what it was graded under.
  func classResult(
    _ learners: [LearnerResult], of exercises: [Scheme.Exercise], isolation: Isolation,
    runtime: String
  ) -> ClassResult {
    ClassResult(
      course: course.scheme.course, isolation: isolation,
      minimumIsolation: course.scheme.minimumIsolation,
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
