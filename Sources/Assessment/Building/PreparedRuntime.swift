import Foundation
import Sandbox

/// The provided modules and the worker's runtime, compiled once for a toolchain and kept.
///
/// **Never stale:** the folder's name is the digest of the toolchain's identity, the flags, and every source file.
/// **Safe when two graders start at once:** one compiles under a lock, the other waits; a folder counts only once its
/// last step has marked it complete.
package struct PreparedRuntime: Sendable {
  /// The toolchain it was compiled with.
  package let toolchain: Toolchain
  /// The folder with everything below.
  let folder: String
  /// The digest of toolchain, flags and sources, which results carry.
  package let digest: Digest
  /// Held for as long as the modules are in use, so that nobody removes them.
  private let lock: FileLock

  /// The modules in the order of their dependencies.
  private static let modules = ["EventSourcing", "CQRS", "SeedVault", "Wire", "WorkerRuntime"]
  /// Flags of every module.
  ///
  /// Changing one changes the digest.
  private static let flags = [
    "-O", "-wmo", "-parse-as-library", "-swift-version", "6", "-package-name", "grader",
    "-enable-upcoming-feature", "InternalImportsByDefault",
    "-suppress-warnings", "-avoid-emit-module-source-info",
  ]

  /// The folder of the compiled modules.
  package var moduleFolder: String { "\(folder)/modules" }
  /// The compiler's cache of C modules, warmed so that a submission's build only reads it.
  package var moduleCache: String { "\(folder)/module-cache" }
  /// The compiled code of the modules.
  package var objects: [String] { Self.modules.map { "\(folder)/\($0).o" } }

  /// Finds the prepared modules, or compiles them.
  ///
  /// - Parameters:
  ///   - course: The checkout with the sources.
  ///   - toolchain: The toolchain to compile with.
  ///   - willCompile: Told before a compilation, which takes some seconds.
  package static func prepare(
    for course: Course, with toolchain: Toolchain, willCompile: () -> Void
  ) throws -> PreparedRuntime {
    let sources = try modules.map { ($0, try swiftFiles(below: "\(course.root)/Sources/\($0)")) }
    var contents = [("toolchain", Data(toolchain.identity.utf8))]
    contents.append(("place", Data(course.cache.utf8)))
    contents.append(("flags", Data((flags + SubmissionBuild.flags).joined(separator: " ").utf8)))
    contents.append(("warm", Data(warmingSource.utf8)))
    for (_, files) in sources {
      for file in files {
        let name = String(file.dropFirst(course.root.count))
        contents.append((name, try Data(contentsOf: URL(filePath: file))))
      }
    }
    let digest = Digest(ofNamed: contents)
    let folder = "\(course.cache)/runtime-\(digest.description.prefix(20))"
    try FileManager.default.createDirectory(
      atPath: course.cache, withIntermediateDirectories: true)
    let lock = try FileLock(at: "\(folder).lock")
    let runtime = PreparedRuntime(
      toolchain: toolchain, folder: folder, digest: digest, lock: lock)
    try lock.share()
    while !runtime.isComplete {
      try lock.own()
      if !runtime.isComplete {
        willCompile()
        try runtime.compile(sources)
        removeUnused(in: course.cache, except: folder)
      }
      try lock.share()
    }
    return runtime
  }

  /// Whether the last step of a compilation was reached.
  private var isComplete: Bool { FileManager.default.fileExists(atPath: "\(folder)/complete") }

  /// Compiles everything anew.
  private func compile(_ sources: [(module: String, files: [String])]) throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(
      atPath: moduleFolder, withIntermediateDirectories: true)
    for (module, files) in sources { try compile(module, files) }
    try warmCache()
    guard FileManager.default.createFile(atPath: "\(folder)/complete", contents: nil) else {
      throw AssessmentError(
        .machine, "\(folder) cannot be written. Check the disk and its rights.")
    }
  }

  /// Removes what was prepared for other sources or toolchains and is not in use now.
  ///
  /// The lock files stay: removing one would let two processes hold locks of the same name.
  private static func removeUnused(in cache: String, except folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? [] {
      let other = "\(cache)/\(name)"
      guard name.hasPrefix("runtime-"), !name.hasSuffix(".lock"), other != folder else { continue }
      guard let lock = try? FileLock(at: "\(other).lock"), lock.tryToOwn() else { continue }
      try? FileManager.default.removeItem(atPath: other)
    }
  }

  /// Compiles one module to an object and a module file.
  private func compile(_ module: String, _ files: [String]) throws {
    try run(
      Self.flags + [
        "-module-name", module, "-emit-module", "-emit-module-path",
        "\(moduleFolder)/\(module).swiftmodule", "-c", "-o", "\(folder)/\(module).o",
      ] + files)
  }

  /// Imports what submissions may import, as they will, so that their builds find it in the cache.
  private func warmCache() throws {
    let file = "\(folder)/Warming.swift"
    try Data(Self.warmingSource.utf8).write(to: URL(filePath: file))
    try run(SubmissionBuild.flags + ["-module-name", "Warming", "-o", "\(folder)/Warming.o", file])
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

  /// Runs the compiler on sources of ours, where a failure is the grader's or the machine's.
  private func run(_ arguments: [String]) throws {
    let run = try CapturedRun.run(
      ProcessSpecification(
        executable: toolchain.swiftc,
        arguments: arguments + ["-I", moduleFolder, "-module-cache-path", moduleCache],
        environment: ["PATH": "\(toolchain.usr)/bin:/usr/bin:/bin", "LANG": "C.UTF-8"]),
      seconds: 300, byteLimit: 1 << 20)
    guard run.succeeded else {
      throw AssessmentError(
        .machine,
        "The provided modules do not compile with \(toolchain.usr).\n"
          + String(decoding: run.error.suffix(4_000), as: UTF8.self))
    }
  }

  /// The paths of every Swift file below a folder, sorted.
  private static func swiftFiles(below folder: String) throws -> [String] {
    guard let paths = FileManager.default.enumerator(atPath: folder) else {
      throw AssessmentError(.course, "\(folder) cannot be read. Check out the course again.")
    }
    return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .map { "\(folder)/\($0)" }
  }
}
