import Assessment
import Foundation
import Grading

/// The reference solutions that are measured, with what is shared by all measurements.
struct Subject {
  /// One exercise with the files of its solution.
  struct Exercise {
    /// What it asks for.
    let catalogue: Catalogue
    /// The files.
    let files: [SourceFile]
    /// Where they are.
    let folder: String
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
      print("Compiling the provided modules, once …")
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
      return Exercise(catalogue: catalogue, files: files, folder: folder)
    }
  }
}
