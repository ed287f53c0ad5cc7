package import Digests
import Foundation
import Sandbox

/// The provided modules and the worker's runtime, compiled once for a toolchain and kept.
///
/// **Never stale:** the folder's name is the digest of the toolchain's identity, the flags, the age of the system's
/// headers, and every source file.
/// **Safe when two graders start at once:** one compiles under a lock, the other waits; a folder counts only once its
/// last step has marked it complete.
/// **Never in part:** a folder from which a file is missing is made again, and where one goes missing during a grading,
/// ``isWhole`` says so.
package struct PreparedRuntime: Sendable {
  /// The toolchain it was compiled with.
  package let toolchain: Toolchain
  /// The folder with everything below.
  let folder: String
  /// How a submission is compiled and linked against the modules.
  let recipe: BuildRecipe
  /// The digest of toolchain, flags and sources, which results carry.
  package let digest: Digest
  /// The files that were prepared.
  private let files: PreparedFiles
  /// Held for as long as the modules are in use, so that nobody removes them.
  private let lock: FileLock

  /// The folder of the compiled modules.
  package var moduleFolder: String { Self.moduleFolder(in: folder) }
  /// The compiler's cache of C modules, warmed so that a submission's build only reads it.
  package var moduleCache: String { Self.moduleCache(in: folder) }
  /// The library of the modules' compiled code.
  package var library: String { Self.library(in: folder) }
  /// Whether every file that was prepared is still there.
  var isWhole: Bool { files.areWhole(in: folder) }
  /// The program that starts workers.
  var host: String { Self.host(in: folder) }

  /// Where the modules are below a folder.
  static func moduleFolder(in folder: String) -> String { "\(folder)/modules" }
  /// Where the cache of C modules is below a folder.
  static func moduleCache(in folder: String) -> String { "\(folder)/module-cache" }
  /// Where the library of the modules' compiled code is below a folder.
  static func library(in folder: String) -> String { "\(folder)/\(libraryName)" }
  /// The name under which that library is looked for.
  static let libraryName = "libWorkerRuntime.so"
  /// Where the program that starts workers is below a folder.
  static func host(in folder: String) -> String { "\(folder)/worker-host" }

  /// Finds the prepared modules, or compiles them.
  ///
  /// - Parameters:
  ///   - course: The checkout with the sources.
  ///   - toolchain: The toolchain to compile with.
  ///   - willCompile: Told before a compilation, which takes some seconds.
  package static func prepare(
    for course: Course, with toolchain: Toolchain, willCompile: () -> Void
  ) throws -> PreparedRuntime {
    let sources = try sources(of: course)
    let digest = try digest(of: sources, for: course, with: toolchain)
    let folder = "\(course.cache)/runtime-\(digest.description.prefix(20))"
    try FileManager.default.createDirectory(
      atPath: course.cache, withIntermediateDirectories: true)
    let lock = try FileLock(at: "\(folder).lock")
    try lock.share()
    while true {
      if let complete = completion(of: folder) {
        return PreparedRuntime(
          toolchain: toolchain, folder: folder, recipe: complete.recipe, digest: digest,
          files: complete.files, lock: lock)
      }
      try lock.own()
      if completion(of: folder) == nil {
        willCompile()
        let recipe = try RuntimeCompilation(toolchain: toolchain, folder: folder).run(sources)
        let complete = Completion(recipe: recipe, files: try PreparedFiles(in: folder))
        try JSONEncoder().encode(complete)
          .write(to: URL(filePath: completionFile(in: folder)), options: .atomic)
        removeUnused(in: course.cache, except: folder)
      }
      try lock.share()
    }
  }

  /// The digest that prepared modules would have, without preparing any.
  ///
  /// **It is the ``digest`` of what ``prepare(for:with:willCompile:)`` gives**, as long as nothing changes between.
  package static func digest(for course: Course, with toolchain: Toolchain) throws -> Digest {
    try digest(of: try sources(of: course), for: course, with: toolchain)
  }

  /// The files of each room that is compiled, in the order of their dependencies.
  private static func sources(of course: Course) throws -> [(module: String, files: [String])] {
    try RuntimeCompilation.rooms.map {
      ($0, try sourceFiles(below: "\(course.root)/Sources/\($0)"))
    }
  }

  /// The digest of everything that has a say in what is compiled.
  private static func digest(
    of sources: [(module: String, files: [String])], for course: Course, with toolchain: Toolchain
  ) throws -> Digest {
    var contents = [("toolchain", Data(toolchain.identity.utf8))]
    contents.append(("place", Data(course.cache.utf8)))
    contents.append(("system headers", Data(systemHeaders.utf8)))
    let settings = RuntimeCompilation.settings.map { $0.joined(separator: " ") }
    contents.append(("settings", Data(settings.joined(separator: "\n").utf8)))
    for (_, files) in sources {
      for file in files {
        let name = String(file.dropFirst(course.root.count))
        contents.append((name, try Data(contentsOf: URL(filePath: file))))
      }
    }
    return Digest(ofNamed: contents)
  }

  /// When the system's headers came, which the cache of C modules was made from: a cache that is older than its headers
  /// is made again by the compiler, and a submission's build may not write it.
  private static var systemHeaders: String {
    ["/usr/include/stdlib.h", "/usr/include/linux/version.h"].map { path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let date = attributes?[.modificationDate] as? Date
      return "\(path) \(date?.timeIntervalSince1970 ?? 0)"
    }.joined(separator: "\n")
  }

  /// The last thing that is written to a folder.
  private struct Completion: Codable {
    /// How a submission is built.
    var recipe: BuildRecipe
    /// The files that it is built with.
    var files: PreparedFiles
  }

  /// Where the completion is kept; a folder without it is not complete.
  private static func completionFile(in folder: String) -> String { "\(folder)/complete.json" }

  /// The completion of a folder, if everything that it names is still there.
  private static func completion(of folder: String) -> Completion? {
    guard let json = FileManager.default.contents(atPath: completionFile(in: folder)),
      let complete = try? JSONDecoder().decode(Completion.self, from: json),
      complete.recipe.isUsable, complete.files.areWhole(in: folder)
    else { return nil }
    return complete
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

  /// The paths of every file below a folder that has a say in what is compiled, sorted.
  private static func sourceFiles(below folder: String) throws -> [String] {
    guard let paths = FileManager.default.enumerator(atPath: folder) else {
      throw AssessmentError(.course, "\(folder) cannot be read. Check out the course again.")
    }
    let endings = [".swift", ".c", ".h", ".modulemap"]
    return paths.compactMap { $0 as? String }
      .filter { path in endings.contains { path.hasSuffix($0) } }.sorted()
      .map { "\(folder)/\($0)" }
  }
}
