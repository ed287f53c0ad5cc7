package import Digests
import Foundation
package import Grading
import Sandbox

/// The course and this program's suites, as whoever grades begins with them.
package struct GradingSession: Sendable {
  /// The course.
  package let course: Course
  private let program: String
  private let code: ProgramCode

  /// Finds the course.
  ///
  /// - Parameter path: Where it is said to be; see ``Course/locate(named:program:currentFolder:)``.
  /// - Throws: ``AssessmentError``; a `DocumentError` if `grading.json` is wrong.
  package init(course path: String?) throws {
    code = try ProgramCode(ofProgramAt: "/proc/self/exe")
    program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    course = try Course.locate(
      named: path, program: program, currentFolder: FileManager.default.currentDirectoryPath)
  }

  /// The exercises of some names, or all, in the order of the scheme.
  package func exercises(named names: [String]) throws(AssessmentError) -> [Scheme.Exercise] {
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
  package func catalogues() throws -> [String: Catalogue] {
    try CatalogueCache(of: course, for: code)
      .catalogues(orAsking: SuiteLauncher(program: program, code: code).catalogues)
  }

  /// How many submissions are graded at once, if nothing else is asked for: one per core.
  package static var usualJobs: Int { ProcessInfo.processInfo.activeProcessorCount }

  // MARK: - Grading

  /// Prepares modules and suites, grades, and cleans up.
  ///
  /// - Parameters:
  ///   - isolation: The isolation of submissions.
  ///   - attendant: Who waits for it.
  ///   - body: What is graded.
  package func withGrader<Result>(
    isolation: Isolation, attendant: GradingAttendant,
    _ body: (ExerciseGrader) async throws -> Result
  ) async throws -> Result {
    let scratch = try makeScratch(attendant)
    defer { scratch.remove() }
    return try await body(try makeGrader(isolation, attendant, scratch))
  }

  /// Opens a desk for submissions, which prepares all that only if something must be graded, and cleans up.
  ///
  /// - Parameters:
  ///   - isolation: The isolation of submissions.
  ///   - attendant: Who waits for it.
  ///   - body: What is done at the desk.
  package func withDesk<Result>(
    isolation: Isolation, attendant: GradingAttendant,
    _ body: (GradingDesk) async throws -> Result
  ) async throws -> Result {
    let circumstances = try Circumstances(
      course: course, isolation: isolation, code: code,
      environment: ProcessInfo.processInfo.environment)
    let made = ScratchHolder()
    defer { made.scratch?.remove() }
    let desk = GradingDesk(under: circumstances) { [self] in
      let scratch = try makeScratch(attendant)
      made.scratch = scratch
      let grader = try makeGrader(isolation, attendant, scratch)
      guard grader.runtimeDigest == circumstances.runtime else {
        throw AssessmentError(
          .machine,
          "The toolchain or the provided modules changed while the grader started. Try again.")
      }
      return { grader.grade($0, of: $1) }
    }
    return try await body(desk)
  }

  /// Finds out whether this machine can isolate learners' code.
  package func examineMachine(
    isolation: Isolation, attendant: GradingAttendant
  ) throws -> Examination {
    let scratch = try makeScratch(attendant)
    defer { scratch.remove() }
    return try Doctor(
      course: course, isolation: isolation, environment: ProcessInfo.processInfo.environment,
      scratch: scratch, willCompile: attendant.willCompile
    ).examine()
  }

  /// What a class is told, with what it was graded under.
  ///
  /// - Parameters:
  ///   - learners: What came of each learner.
  ///   - exercises: The exercises that were graded.
  ///   - isolation: The isolation of submissions.
  ///   - runtime: The digest of toolchain, provided modules and worker runtime.
  package func classResult(
    _ learners: [LearnerResult], of exercises: [Scheme.Exercise], isolation: Isolation,
    runtime: Digest
  ) -> ClassResult {
    ClassResult(
      course: course.scheme.course, isolation: isolation,
      minimumIsolation: course.scheme.minimumIsolation,
      scheme: course.schemeDigest.description, runtime: runtime.description,
      weights: Dictionary(
        exercises.map { ($0.name, $0.weight) }, uniquingKeysWith: { first, _ in first }),
      isPartial: exercises.count < course.scheme.exercises.count, learners: learners)
  }

  // MARK: - Support

  /// A scratch folder that the attendant removes, with everything that was started, if the program is ended early.
  private func makeScratch(_ attendant: GradingAttendant) throws -> Scratch {
    let scratch = try Scratch()
    attendant.didMakeScratch(scratch)
    try ProcessTable.shared.adoptOrphans()
    return scratch
  }

  /// What grades, with everything that gradings share.
  private func makeGrader(
    _ isolation: Isolation, _ attendant: GradingAttendant, _ scratch: Scratch
  ) throws -> ExerciseGrader {
    try ExerciseGrader(
      course: course, isolation: isolation, program: program, code: code,
      environment: ProcessInfo.processInfo.environment, scratch: scratch,
      willCompile: attendant.willCompile)
  }
}
