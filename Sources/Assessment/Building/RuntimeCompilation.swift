import Foundation
import Sandbox

/// Compiles the provided modules and the worker's runtime into a folder.
struct RuntimeCompilation {
  /// The modules in the order of their dependencies.
  static let modules = ["EventSourcing", "CQRS", "SeedVault", "Wire", "WorkerRuntime"]
  /// Everything that has a say in what comes out, besides the toolchain and the sources.
  static let settings = [flags, submissionFlags, libraries, [warmingSource]]

  /// Flags of every module of ours.
  ///
  /// Optimised, since the runtime's part of a call is paid some thousand times a grading.
  private static let flags = [
    "-O", "-wmo", "-parse-as-library", "-swift-version", "6", "-package-name", "grader",
    "-enable-upcoming-feature", "InternalImportsByDefault",
    "-suppress-warnings", "-avoid-emit-module-source-info",
  ]
  /// Flags of every submission.
  private static let submissionFlags = [
    "-c", "-Onone", "-wmo", "-parse-as-library", "-swift-version", "6", "-suppress-warnings",
    "-no-color-diagnostics", "-diagnostic-style", "llvm", "-module-name", "Submission",
  ]
  /// The libraries a worker may need; those that it does not are dropped by the linker.
  private static let libraries = [
    "swiftSwiftOnoneSupport", "swiftCore", "swift_Concurrency", "swiftSynchronization",
    "FoundationEssentials", "swiftGlibc", "Foundation", "FoundationInternationalization",
    "_FoundationICU", "swiftDispatch", "dispatch", "BlocksRuntime", "swift_StringProcessing",
    "swift_RegexParser", "swiftRegexBuilder", "swiftObservation", "m", "pthread",
  ]
  /// A file with every import that the kit's page allows.
  private static let warmingSource = """
    import CQRS
    import Dispatch
    import EventSourcing
    import Foundation
    import Observation
    import RegexBuilder
    import SeedVault
    import Synchronization
    import WorkerRuntime

    """

  /// The toolchain to compile with.
  let toolchain: Toolchain
  /// Where everything goes.
  let folder: String

  private var moduleFolder: String { PreparedRuntime.moduleFolder(in: folder) }
  private var moduleCache: String { PreparedRuntime.moduleCache(in: folder) }

  /// Compiles everything anew.
  ///
  /// - Parameter sources: The files of each module, in the order of ``modules``.
  /// - Returns: How to build a submission against it.
  func run(_ sources: [(module: String, files: [String])]) throws -> BuildRecipe {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(
      atPath: moduleFolder, withIntermediateDirectories: true)
    for (module, files) in sources {
      try compile(
        Self.flags + [
          "-module-name", module, "-emit-module", "-emit-module-path",
          "\(moduleFolder)/\(module).swiftmodule", "-c", "-o", "\(folder)/\(module).o", "-I",
          moduleFolder, "-module-cache-path", moduleCache,
        ] + files)
    }
    let recipe = try recipe()
    try warmCache(recipe)
    try makeReadable(folder)
    return recipe
  }

  /// How submissions are compiled and linked.
  private func recipe() throws -> BuildRecipe {
    try BuildRecipe(
      asking: toolchain,
      compilerFlags: Self.submissionFlags + [
        "-I", moduleFolder, "-module-cache-path", moduleCache,
      ],
      linkerFlags: [
        "-fuse-ld=lld", "-pie", "-Wl,--as-needed", "-Wl,-rpath,\(toolchain.libraries)",
        toolchain.startObject,
      ] + PreparedRuntime.objects(in: folder) + ["-L\(toolchain.libraries)"]
        + Self.libraries.map { "-l\($0)" })
  }

  /// Imports what submissions may import, as they will, so that their builds find it in the cache.
  private func warmCache(_ recipe: BuildRecipe) throws {
    let file = "\(folder)/Warming.swift"
    try Data(Self.warmingSource.utf8).write(to: URL(filePath: file))
    let command = recipe.compiling([file])
    try compile(Array(command.dropFirst()), with: command[0])
  }

  /// Runs the compiler on sources of ours, where a failure is the grader's or the machine's.
  private func compile(_ arguments: [String], with program: String? = nil) throws {
    let run = try CapturedRun.run(
      ProcessSpecification(
        executable: program ?? toolchain.swiftc, arguments: arguments,
        environment: toolchain.environment),
      seconds: 300, byteLimit: 16 << 20)
    guard run.succeeded else {
      throw AssessmentError(
        .machine,
        "The provided modules do not compile with \(toolchain.usr).\n"
          + String(decoding: run.error.suffix(4_000), as: UTF8.self))
    }
  }
}
