import Foundation
import Sandbox

/// The Swift toolchain that submissions are built with.
package struct Toolchain: Sendable {
  /// The toolchain's `usr` folder.
  package let usr: String
  /// What tells this toolchain from any other or newer one at the same place.
  package let identity: String

  /// The compiler driver.
  package var swiftc: String { "\(usr)/bin/swiftc" }
  /// The linker driver.
  var clang: String { "\(usr)/bin/clang" }
  /// The environment of its programs.
  var environment: [String: String] {
    ["PATH": "\(usr)/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/tmp", "TMPDIR": "/tmp"]
  }
  /// The folder of the runtime libraries.
  var libraries: String { "\(usr)/lib/swift/linux" }
  /// The object that registers a Swift image with the runtime.
  var startObject: String { "\(libraries)/\(Self.architecture)/swiftrt.o" }

  /// Finds the toolchain of the `swiftc` that a shell would run.
  ///
  /// - Parameter environment: The environment whose `PATH` is searched.
  package static func find(environment: [String: String]) throws -> Toolchain {
    guard let found = ProgramSearch.find("swiftc", in: environment["PATH"] ?? "/usr/bin:/bin")
    else {
      throw AssessmentError(
        .machine, "No swiftc was found on the PATH. Install a Swift toolchain from swift.org.")
    }
    // A link straight into a toolchain is the common case; a launcher such as swiftly's must be asked.
    let direct = (realPath(found) ?? found).replacing(/\/bin\/[^\/]*$/, with: "")
    let usr = isToolchain(direct) ? direct : try askedFolder(of: found, environment: environment)
    return Toolchain(usr: usr, identity: "\(usr) \(architecture)\n" + identity(of: usr))
  }

  /// Sizes and ages of the programs and libraries that take part in building and running a submission.
  ///
  /// Their content would take a second to read, and whoever installs a toolchain changes these.
  private static func identity(of usr: String) -> String {
    let programs = ["swift-frontend", "clang", "lld"].map { "\(usr)/bin/\($0)" }
    let libraries = [
      "\(architecture)/swiftrt.o", "libswiftCore.so", "libswift_Concurrency.so",
      "libFoundationEssentials.so", "libFoundation.so",
    ].map { "\(usr)/lib/swift/linux/\($0)" }
    return (programs + libraries).map { path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: realPath(path) ?? path)
      let size = attributes?[.size] as? Int ?? 0
      let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(path.dropFirst(usr.count)) \(size) \(changed)"
    }.joined(separator: "\n")
  }

  /// Whether a folder is a toolchain's `usr`.
  private static func isToolchain(_ usr: String) -> Bool {
    ["bin/swift-frontend", "bin/swiftc", "bin/clang", "lib/swift/linux"].allSatisfy {
      FileManager.default.fileExists(atPath: "\(usr)/\($0)")
    }
  }

  /// The `usr` folder that a compiler driver says it belongs to.
  private static func askedFolder(
    of swiftc: String, environment: [String: String]
  ) throws -> String {
    struct Answer: Decodable {
      struct Paths: Decodable { var runtimeResourcePath: String }
      var paths: Paths
    }
    let run = try CapturedRun.run(
      ProcessSpecification(
        executable: swiftc, arguments: ["-print-target-info"], environment: environment),
      seconds: 30, byteLimit: 1 << 20)
    guard run.succeeded,
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(run.output))
    else {
      throw AssessmentError(
        .machine, "\(swiftc) does not say where its toolchain is. Reinstall it.")
    }
    let usr = answer.paths.runtimeResourcePath.replacing(/\/lib\/swift\/?$/, with: "")
    guard isToolchain(usr) else {
      throw AssessmentError(
        .machine, "The toolchain at \(usr) lacks its compiler, linker or libraries. Reinstall it.")
    }
    return usr
  }

  /// The machine's architecture as the toolchain's folders name it.
  private static var architecture: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }
}
