import Foundation
import Sandbox

/// Compiles the provided modules, the worker's runtime and the program that starts workers into a folder.
struct RuntimeCompilation {
  /// The modules that submissions use, in the order of their dependencies; they become one library.
  private static let modules = ["EventSourcing", "CQRS", "SeedVault", "Border", "WorkerRuntime"]
  /// The module of the program that starts workers.
  private static let hostModule = "WorkerHost"
  /// The code in C of that program.
  private static let native = "CSandbox"
  /// The folders of `Sources` with what is compiled, in the order of their dependencies.
  static let rooms = [native] + modules + [hostModule]
  /// Everything that has a say in what comes out, besides the toolchain and the sources.
  static let settings = [
    flags, nativeFlags, submissionFlags, libraryFlags, hostFlags, libraries,
    heavyLibraries, [warmingSource],
  ]

  /// Flags of every module of ours.
  ///
  /// Optimised, since the runtime's part of a call is paid some thousand times a grading.
  private static let flags = [
    "-O", "-wmo", "-parse-as-library", "-swift-version", "6", "-package-name", "grader",
    "-enable-upcoming-feature", "InternalImportsByDefault",
    "-suppress-warnings", "-avoid-emit-module-source-info",
  ]
  /// Flags of the code in C.
  private static let nativeFlags = ["-O2", "-fPIC", "-w"]
  /// Flags of every submission.
  ///
  /// Its entry point is found by its name, since it is opened by a program that has one of its own.
  private static let submissionFlags = [
    "-Xfrontend", "-entry-point-function-name", "-Xfrontend", "GraderEntryPoint_main",
    "-c", "-Onone", "-wmo", "-parse-as-library", "-swift-version", "6", "-suppress-warnings",
    "-no-color-diagnostics", "-diagnostic-style", "llvm", "-module-name", "Submission",
  ]
  /// Flags of the linker for a library; a name that nothing defines is an error.
  private static let libraryFlags = ["-shared", "-fuse-ld=lld", "-Wl,-z,defs"]
  /// Flags of the linker for the program that starts workers.
  ///
  /// Names are looked up when it starts, once for all workers, and the runtime's library is found beside it.
  private static let hostFlags = ["-pie", "-fuse-ld=lld", "-Wl,-z,now", "-Wl,-rpath,$ORIGIN"]
  /// The libraries a worker may need.
  ///
  /// A submission is linked with those it uses, the host with all of them, so that no worker has one to load.
  private static let libraries = [
    "swiftSwiftOnoneSupport", "swiftCore", "swift_Concurrency", "swiftSynchronization",
    "FoundationEssentials", "swiftGlibc", "swiftDispatch", "dispatch", "BlocksRuntime",
    "swift_StringProcessing", "swift_RegexParser", "swiftRegexBuilder", "swiftObservation", "m",
    "pthread",
  ]
  /// The libraries besides that take long to load, of which the first needs the others.
  ///
  /// A host loads them if its submission is linked with them.
  private static let heavyLibraries = [
    "Foundation", "FoundationInternationalization", "_FoundationICU",
  ]

  /// The heavy libraries that a submission needs, by their files' names.
  ///
  /// The name is looked for as text. A submission that has it without need has its workers start a little later.
  static func heavyLibraries(of library: Data) -> [String] {
    heavyLibraries.map { "lib\($0).so" }.filter { library.range(of: Data("\($0)\0".utf8)) != nil }
  }
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
    var objects: [String] = []
    for (room, files) in sources {
      switch room {
      case Self.native: objects += try compileNative(files)
      default: objects.append(try compile(module: room, files, beside: sources[0].files))
      }
    }
    try link(objects)
    let recipe = try recipe()
    try warmCache(recipe)
    try makeReadable(folder)
    return recipe
  }

  /// Compiles one module.
  ///
  /// - Parameter native: The files in C, of which one is a module map.
  /// - Returns: The object.
  private func compile(
    module: String, _ files: [String], beside native: [String]
  ) throws -> String {
    let object = "\(folder)/\(module).o"
    let maps = module == Self.hostModule ? native.filter { $0.hasSuffix(".modulemap") } : []
    try compile(
      Self.flags + [
        "-module-name", module, "-emit-module", "-emit-module-path",
        "\(moduleFolder)/\(module).swiftmodule", "-c", "-o", object, "-I", moduleFolder,
        "-module-cache-path", moduleCache,
      ] + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] } + files)
    return object
  }

  /// Compiles the files in C.
  ///
  /// - Returns: The objects.
  private func compileNative(_ files: [String]) throws -> [String] {
    let headers = files.filter { $0.hasSuffix(".h") }.map {
      URL(filePath: $0).deletingLastPathComponent().path
    }
    return try files.filter { $0.hasSuffix(".c") }.map { file in
      let name = URL(filePath: file).deletingPathExtension().lastPathComponent
      let object = "\(folder)/\(Self.native)-\(name).o"
      try compile(
        Self.nativeFlags + headers.map { "-I\($0)" } + ["-c", "-o", object, file],
        with: toolchain.clang)
      return object
    }
  }

  /// Links the library of the modules, then the program that starts workers.
  private func link(_ objects: [String]) throws {
    let shared = Self.modules.map { "\(folder)/\($0).o" }
    let library = PreparedRuntime.library(in: folder)
    let start = ["-Wl,-rpath,\(toolchain.libraries)", toolchain.startObject]
    try compile(
      Self.libraryFlags + ["-Wl,-soname,\(PreparedRuntime.libraryName)", "-o", library] + start
        + shared
        + ["-Wl,--as-needed"] + linked(Self.libraries),
      with: toolchain.clang)
    try compile(
      Self.hostFlags + ["-o", PreparedRuntime.host(in: folder)] + start
        + objects.filter { !shared.contains($0) } + ["-Wl,--no-as-needed", library]
        + linked(Self.libraries),
      with: toolchain.clang)
    for object in objects { try FileManager.default.removeItem(atPath: object) }
  }

  /// The libraries as the linker is told them.
  private func linked(_ libraries: [String]) -> [String] {
    ["-L\(toolchain.libraries)"] + libraries.map { "-l\($0)" }
  }

  /// How submissions are compiled and linked.
  private func recipe() throws -> BuildRecipe {
    try BuildRecipe(
      asking: toolchain,
      compilerFlags: Self.submissionFlags + [
        "-I", moduleFolder, "-module-cache-path", moduleCache,
      ],
      linkerFlags: Self.libraryFlags + [
        "-Wl,--as-needed", "-Wl,-rpath,\(toolchain.libraries)", toolchain.startObject,
        PreparedRuntime.library(in: folder),
      ] + linked(Self.libraries + Self.heavyLibraries))
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
