package import Digests
import Foundation
package import Grading
import Sandbox

/// Takes one exercise of one learner from files to a result: intake, build, suite.
///
/// **It always gives a result and never throws:** whatever breaks in the grader becomes a grader fault of this one
/// result, so one bad submission never stops a batch.
package struct ExerciseGrader: Sendable {
  /// The course and its scheme.
  package let course: Course
  /// The behaviours of each exercise.
  package let catalogues: [String: Catalogue]
  /// The isolation that submissions are built and run under.
  package let isolation: Isolation
  /// The digest of toolchain, provided modules and worker runtime.
  package var runtimeDigest: Digest { runtime.digest }
  private let jail: any Jail
  private let runtime: PreparedRuntime
  private let launcher: SuiteLauncher
  private let scratch: Scratch

  /// Gets everything ready that gradings share.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - isolation: The isolation of submissions.
  ///   - program: The grader's program.
  ///   - code: Its code, which must be the same still whenever a suite is run.
  ///   - environment: The environment to find the toolchain with.
  ///   - scratch: Where submissions are built.
  ///   - willCompile: Told before the provided modules are compiled, which happens once.
  package init(
    course: Course, isolation: Isolation, program: String, code: ProgramCode,
    environment: [String: String], scratch: Scratch, willCompile: () -> Void
  ) throws {
    self.course = course
    self.scratch = scratch
    self.isolation = isolation
    jail = try isolation.workingJail()
    launcher = SuiteLauncher(program: program, code: code)
    let toolchain = try Toolchain.find(environment: environment)
    runtime = try PreparedRuntime.prepare(for: course, with: toolchain, willCompile: willCompile)
    catalogues = try CatalogueCache(of: course, for: code)
      .catalogues(orAsking: launcher.catalogues)
    for exercise in course.scheme.exercises where catalogues[exercise.name] == nil {
      throw AssessmentError(
        .course,
        "grading.json names the exercise \(exercise.name), and no suite of that name is linked "
          + "into this grader. Build it again.")
    }
  }

  /// Grades one exercise of a learner.
  package func grade(_ exercise: Scheme.Exercise, of learner: LearnerFolder) -> ExerciseResult {
    let catalogue = catalogue(of: exercise.name)
    return switch course.intake(of: exercise, from: learner) {
    case .nothing(let reason): .notGraded(catalogue, .notHandedIn(reason: reason))
    case .refused(let reasons): .notGraded(catalogue, .refused(reasons: reasons))
    case .accepted(let files): grade(files, against: catalogue)
    }
  }

  /// Grades source files of one exercise that were taken in already.
  package func grade(_ files: [SourceFile], of exercise: Scheme.Exercise) -> ExerciseResult {
    grade(files, against: catalogue(of: exercise.name))
  }

  /// The catalogue of an exercise of the scheme.
  private func catalogue(of exercise: String) -> Catalogue {
    guard let catalogue = catalogues[exercise] else {
      preconditionFailure("every exercise of the scheme has a catalogue")
    }
    return catalogue
  }

  /// Grades source files that were taken in already.
  package func grade(_ files: [SourceFile], against catalogue: Catalogue) -> ExerciseResult {
    let result = result(of: files, against: catalogue)
    // Whatever did not pass may have failed for want of what was prepared.
    guard result.score == .one || runtime.isWhole else {
      return .notGraded(
        catalogue,
        .graderFault(
          reason: "The compiled provided modules in \(course.cache) were changed or removed "
            + "while this was graded. Grade again."))
    }
    return result
  }

  /// Builds source files and runs their suite.
  private func result(of files: [SourceFile], against catalogue: Catalogue) -> ExerciseResult {
    do {
      return try scratch.withFolder { folder in
        let build = SubmissionBuild(runtime: runtime, jail: jail, limits: course.scheme.limits)
        switch try build.build(files, for: catalogue.exercise, in: folder) {
        case .failed(let diagnostics):
          return .notGraded(catalogue, .notBuilt(diagnostics: diagnostics))
        case .built(let library):
          let limits = course.scheme.limits
          let host = try runtime.host(
            of: library, in: folder, processorSeconds: limits.workerProcessorSeconds,
            memoryMegabytes: limits.workerMegabytes)
          let submission = SuiteRequest.Submission(
            exercise: catalogue.exercise.name, host: host.executable, library: host.library,
            readable: host.readable, preloads: host.preloads, isolation: isolation,
            limits: limits)
          return try launcher.grade(submission, against: catalogue)
        }
      }
    } catch {
      return .notGraded(catalogue, .graderFault(reason: "\(error)"))
    }
  }
}
