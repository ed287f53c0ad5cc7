import Foundation
package import Grading
import Sandbox

/// Compiles the files of one submission, together with an entry point of ours, and links a worker.
///
/// **Compiling and linking are two steps with fixed arguments.** The compiler's driver would let the learner's object
/// file choose flags for the linker: Swift source alone can put bytes into the section it reads them from.
package struct SubmissionBuild {
  /// What came of it.
  enum Outcome {
    /// The worker's program.
    case built(program: String)
    /// Why there is none, in sentences and diagnostics for the learner.
    case failed(diagnostics: [String])
  }

  /// Flags of every submission.
  ///
  /// The cache of modules was warmed with the same.
  static let flags = [
    "-c", "-Onone", "-wmo", "-parse-as-library", "-swift-version", "6", "-suppress-warnings",
    "-no-color-diagnostics", "-diagnostic-style", "llvm",
  ]
  /// The libraries a worker may need; those that it does not are dropped by the linker.
  private static let libraries = [
    "swiftSwiftOnoneSupport", "swiftCore", "swift_Concurrency", "swiftSynchronization",
    "FoundationEssentials", "swiftGlibc", "Foundation", "FoundationInternationalization",
    "_FoundationICU", "swiftDispatch", "dispatch", "BlocksRuntime", "swift_StringProcessing",
    "swift_RegexParser", "swiftRegexBuilder", "swiftObservation", "m", "pthread",
  ]
  /// The name of our file, which lies outside of the submission's folder.
  private static let entryFile = "../GraderEntryPoint.swift"

  /// The modules to build against.
  let runtime: PreparedRuntime
  /// What confines the compiler.
  let jail: any Jail
  /// What building may cost.
  let limits: Limits

  /// Builds a worker.
  ///
  /// - Parameters:
  ///   - files: The submission.
  ///   - exercise: The types it must declare and how they are served.
  ///   - folder: An empty folder of this build's own.
  func build(
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

    let object = "\(folder)/submission.o"
    let compiled = try run(
      runtime.toolchain.swiftc,
      Self.flags + [
        "-module-name", "Submission", "-I", runtime.moduleFolder, "-module-cache-path",
        runtime.moduleCache, "-o", object,
      ] + files.map(\.path) + [Self.entryFile], in: submission, writable: folder)
    guard compiled.succeeded else {
      return .failed(diagnostics: diagnostics.ofCompiler(compiled, limits: limits))
    }
    let program = "\(folder)/worker"
    let linked = try run(
      runtime.toolchain.clang, linkArguments(object: object, program: program), in: folder,
      writable: folder)
    guard linked.succeeded else {
      return .failed(diagnostics: diagnostics.ofLinker(linked, limits: limits))
    }
    return .built(program: program)
  }

  /// Arguments that depend on nothing in the submission.
  private func linkArguments(object: String, program: String) -> [String] {
    let toolchain = runtime.toolchain
    return [
      "-fuse-ld=lld", "-pie", "-Wl,--as-needed", "-Wl,-rpath,\(toolchain.libraries)",
      toolchain.startObject, object,
    ] + runtime.objects + ["-L\(toolchain.libraries)"] + Self.libraries.map { "-l\($0)" }
      + ["-o", program]
  }

  /// Runs one step within the limits of a build.
  private func run(
    _ executable: String, _ arguments: [String], in folder: String, writable: String
  ) throws -> CapturedRun {
    let program = ProcessSpecification(
      executable: executable, arguments: arguments,
      environment: [
        "PATH": "\(runtime.toolchain.usr)/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
        "TMPDIR": writable, "HOME": writable,
      ],
      workingDirectory: folder,
      limits: ProcessLimits(
        processorSeconds: limits.buildSeconds, memoryMegabytes: limits.buildMegabytes,
        fileMegabytes: 256))
    let confined = jail.confining(program, readable: [runtime.folder], writable: writable)
    return try CapturedRun.run(confined, seconds: limits.buildSeconds, byteLimit: 1 << 20)
  }

  /// The file that makes a program of the submission.
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
