import Assessment
import Foundation
import Grading
import Sandbox

/// The reference solutions that are measured, with what is shared by all measurements.
struct Subject {
  /// One exercise with the files of its solution.
  struct Exercise {
    /// Where the scheme has it.
    let scheme: Scheme.Exercise
    /// What it asks for.
    let catalogue: Catalogue
    /// The files.
    let files: [SourceFile]
    /// Where they are.
    let folder: String

    /// Its name.
    var name: String { scheme.name }
  }

  /// The course.
  let course: Course
  /// The grader's program.
  let grader: String
  /// The provided modules.
  let runtime: PreparedRuntime
  /// What is measured.
  let exercises: [Exercise]
  /// Runs suites.
  let launcher: SuiteLauncher

  /// Finds the solutions of the named exercises, or of all.
  init(names: [String]) throws {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    grader = URL(filePath: program).deletingLastPathComponent().appending(path: "grader").path
    course = try Course.locate(named: nil, program: program, currentFolder: ".")
    let toolchain = try Toolchain.find(environment: ProcessInfo.processInfo.environment)
    runtime = try PreparedRuntime.prepare(for: course, with: toolchain) {
      say("Compiling the provided modules, once …")
    }
    launcher = SuiteLauncher(program: grader)
    let catalogues = try launcher.catalogues()
    for name in names where !course.scheme.exercises.contains(where: { $0.name == name }) {
      throw AssessmentError(.input, "There is no exercise \(name).")
    }
    let chosen = course.scheme.exercises.filter { names.isEmpty || names.contains($0.name) }
    exercises = try chosen.map { [course] exercise in
      let folder = "\(course.root)/Solutions/\(exercise.folder)"
      guard let catalogue = catalogues[exercise.name],
        case .accepted(let files) = Intake.take(below: folder, limits: course.scheme.limits)
      else { throw AssessmentError(.course, "The reference solution cannot be read.") }
      return Exercise(scheme: exercise, catalogue: catalogue, files: files, folder: folder)
    }
  }

  /// The command that grades exercises.
  ///
  /// - Parameters:
  ///   - names: The exercises.
  ///   - isolation: The isolation.
  ///   - path: Whose; those of the reference solutions, as one learner's, if left out.
  ///   - jobs: How many at once; as many as there are processors if left out.
  func grading(
    of names: [String], under isolation: Isolation, at path: String? = nil, jobs: Int? = nil
  ) -> ProcessSpecification {
    ProcessSpecification(
      executable: grader,
      arguments: [
        "grade", path ?? "\(course.root)/Solutions", "--course", course.root, "--color", "never",
        "--isolation", isolation.rawValue,
      ] + names.flatMap { ["--exercise", $0] } + (jobs.map { ["--jobs", "\($0)"] } ?? []),
      environment: ProcessInfo.processInfo.environment)
  }

  /// Writes the folder of a class in which every learner has the reference solutions with a remark of their own.
  func writeClass(of count: Int, with exercises: [Exercise], at path: String) throws {
    for number in 1...count {
      for exercise in exercises {
        for (index, file) in exercise.files.enumerated() {
          let url = URL(
            filePath: "\(path)/learner-\(number)/\(exercise.scheme.folder)/\(file.path)")
          try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
          let remark = index == 0 ? Data("\n// \(number)\n".utf8) : Data()
          try (file.content + remark).write(to: url)
        }
      }
    }
  }
}
