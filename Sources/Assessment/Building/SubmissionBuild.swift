import Foundation
package import Grading
import PlainText
package import Sandbox

/// Compiles the files of one submission, together with an entry point of ours, and links a library that workers open.
///
/// **Compiling and linking are two steps with fixed arguments** (``BuildRecipe``). The compiler's driver would let the
/// learner's object file choose flags for the linker: Swift source alone can put bytes into the section it reads them
/// from. **Neither step can write anything**: what it makes comes back through a pipe.
package struct SubmissionBuild {
  /// What came of it.
  package enum Outcome {
    /// The path of the library.
    case built(library: String)
    /// Why there is none, in sentences and diagnostics for the learner.
    case failed(diagnostics: [String])
  }

  /// The name of our file, which lies outside of the submission's folder.
  private static let entryFile = "../GraderEntryPoint.swift"

  /// The modules to build against.
  let runtime: PreparedRuntime
  /// What confines the compiler.
  let jail: any Jail
  /// What building may cost.
  let limits: Limits
  /// Told how long each step took: `compile`, then `link`.
  private let watch: (String, Duration) -> Void

  /// Prepares builds.
  ///
  /// - Parameters:
  ///   - runtime: The modules to build against.
  ///   - jail: What confines the compiler.
  ///   - limits: What building may cost.
  ///   - watch: Told how long each step took: `compile`, then `link`.
  package init(
    runtime: PreparedRuntime, jail: any Jail, limits: Limits,
    watch: @escaping (String, Duration) -> Void = { _, _ in }
  ) {
    self.runtime = runtime
    self.jail = jail
    self.limits = limits
    self.watch = watch
  }

  /// Builds a submission.
  ///
  /// - Parameters:
  ///   - files: The submission.
  ///   - exercise: The types it must declare and how they are served.
  ///   - folder: An empty folder of this build's own.
  package func build(
    _ files: [SourceFile], for exercise: ExerciseSpecification, in folder: String
  ) throws -> Outcome {
    let submission = "\(folder)/submission"
    for file in files {
      let url = URL(filePath: "\(submission)/\(file.path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.content.write(to: url)
    }
    try Data(Self.entryPoint(serving: exercise).utf8)
      .write(to: URL(filePath: "\(folder)/GraderEntryPoint.swift"))
    let diagnostics = Diagnostics(
      exercise: exercise, entryFile: Self.entryFile, hidden: [submission, folder, runtime.folder])

    let sources = files.map(\.path) + [Self.entryFile]
    switch try make(sources, in: submission, folder) {
    case .made(let library): return .built(library: library)
    case .notCompiled(let run):
      return .failed(diagnostics: diagnostics.ofCompiler(run, limits: limits))
    case .notLinked(let run):
      return .failed(diagnostics: diagnostics.ofLinker(run, limits: limits))
    }
  }

  /// What came of compiling and linking.
  enum Making {
    /// The library's path.
    case made(library: String)
    /// What the compiler printed.
    case notCompiled(CapturedRun)
    /// What the linker printed.
    case notLinked(CapturedRun)
  }

  /// Makes a library of source files.
  ///
  /// - Parameters:
  ///   - sources: The files' paths in the folder that the compiler starts in.
  ///   - start: That folder.
  ///   - folder: The folder that holds it, where the library goes; all in it is shown to the compiler.
  func make(_ sources: [String], in start: String, _ folder: String) throws -> Making {
    try makeReadable(folder)
    let clock = ContinuousClock()
    let begin = clock.now
    let compiled = try run(runtime.recipe.compiling(sources), in: start, reading: folder)
    watch("compile", clock.now - begin)
    guard compiled.succeeded else { return .notCompiled(compiled) }
    let object = "\(folder)/submission.o"
    try Data(compiled.output).write(to: URL(filePath: object))
    try makeReadable(folder)
    let middle = clock.now
    let linked = try run(runtime.recipe.linking(object), in: folder, reading: folder)
    watch("link", clock.now - middle)
    guard linked.succeeded else { return .notLinked(linked) }
    let library = "\(folder)/submission.so"
    try Data(linked.output).write(to: URL(filePath: library))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: library)
    return .made(library: library)
  }

  /// Runs one step within the limits of a build.
  private func run(
    _ command: [String], in folder: String, reading readable: String
  ) throws -> CapturedRun {
    let program = ProcessSpecification(
      executable: command[0], arguments: Array(command.dropFirst()),
      environment: runtime.toolchain.environment, workingDirectory: folder,
      limits: ProcessLimits(
        processorSeconds: limits.buildSeconds, memoryMegabytes: limits.buildMegabytes,
        fileMegabytes: 0))
    let confined = try jail.confining(
      program,
      to: Cell(
        readable: [readable, runtime.folder, runtime.toolchain.usr, "/usr/lib", "/usr/include"]))
    let run = try Self.outlastingKills {
      try CapturedRun.run(
        confined, seconds: limits.buildSeconds, byteLimit: 128 << 20, errorLimit: 1 << 20)
    }
    guard run.ending != .ended(.notJailed) else {
      let words = String(decoding: run.error.suffix(500), as: UTF8.self).printable
      throw AssessmentError(.machine, "The jail of a build could not be made: \(words)")
    }
    return run
  }

  /// Runs a step of a build, and once more if it was killed.
  ///
  /// No limit of ours ends a step with signal 9: the machine does, mostly for want of memory, and that is not the
  /// learner's fault.
  ///
  /// - Throws: ``AssessmentError`` of the kind `machine` when it was killed twice.
  static func outlastingKills(_ step: () throws -> CapturedRun) throws -> CapturedRun {
    for _ in 0..<2 {
      let run = try step()
      if run.ending != .ended(.signalled(9)) { return run }
    }
    throw AssessmentError(
      .machine,
      "This machine ended the compiler twice (signal 9), as machines do when memory runs out. Grade "
        + "again with fewer --jobs, or where there is more memory.")
  }

  /// The file that serves the submission's types.
  ///
  /// It looks like that of a program, so that a submission which brings another is told so. What would be the function
  /// `main` has a name that hosts know (see `host.c`), given by the compiler.
  ///
  /// It names the module with `::`, so that a submission may declare a type of that name.
  package static func entryPoint(serving exercise: ExerciseSpecification) -> String {
    """
    import CQRS
    import EventSourcing
    import SeedVault
    import WorkerRuntime

    @main enum GraderEntryPoint {
      static func main() async { await WorkerRuntime::Worker.serve(\(exercise.services)) }
    }

    """
  }
}
