import Foundation
import Sandbox

/// The two commands that make a library of a submission: the compiler itself, then the linker itself.
///
/// Their drivers say what they would run, once per toolchain. Calling what they would call starts no further process,
/// so the jail need not allow any, and saves the drivers' own time. **Nothing in a submission takes part in choosing
/// an argument.** Both commands write what they make to standard output.
struct BuildRecipe: Codable, Sendable {
  /// Compiles; the word ``source`` stands for the submission's files.
  private let compiler: [String]
  /// Links; the word ``object`` stands for the compiled submission.
  private let linker: [String]

  /// What stands for a submission's files.
  private static let source = "GraderSubmission.swift"
  /// What stands for the compiled submission.
  private static let object = "GraderSubmission.o"

  /// Asks the drivers of a toolchain.
  ///
  /// - Parameters:
  ///   - toolchain: The toolchain.
  ///   - compilerFlags: What the compiler's driver is told.
  ///   - linkerFlags: What the linker's driver is told besides the object.
  /// - Throws: ``AssessmentError`` of the kind `machine` when they do not say, or name files that are not there.
  init(
    asking toolchain: Toolchain, compilerFlags: [String], linkerFlags: [String]
  ) throws {
    let output = "GraderOutput"
    let compiling = try Self.planned(
      by: toolchain.swiftc, ["-###"] + compilerFlags + ["-o", output, Self.source], toolchain)
    let linking = try Self.planned(
      // Handed through, since the driver would look for the file.
      by: toolchain.clang, ["-###", "-o", output, "-Wl,\(Self.object)"] + linkerFlags, toolchain)
    guard compiling.contains(Self.source), linking.contains(Self.object),
      compiling.contains(output), linking.contains(output)
    else {
      throw AssessmentError(
        .machine,
        "The drivers of the toolchain at \(toolchain.usr) do not say how they compile and link. "
          + "Install a Swift 6.3 toolchain from swift.org.")
    }
    // Both know a dash as standard output.
    compiler = compiling.map { $0 == output ? "-" : $0 }
    linker = linking.map { $0 == output ? "-" : $0 }
    guard isUsable else {
      throw AssessmentError(
        .machine,
        "The toolchain at \(toolchain.usr) links with files that are not on this machine. Install "
          + "what a C compiler links with (on Debian and Ubuntu, the packages libc6-dev and gcc).")
    }
  }

  /// Whether every program and object file that it names is there.
  var isUsable: Bool {
    (compiler.prefix(1) + linker.prefix(1)
      + linker.filter { $0.hasPrefix("/") && $0.hasSuffix(".o") })
      .allSatisfy { FileManager.default.fileExists(atPath: $0) }
  }

  /// The command that compiles files and writes the object to standard output.
  func compiling(_ files: [String]) -> [String] {
    compiler.flatMap { $0 == Self.source ? files : [$0] }
  }

  /// The command that links an object and writes the library to standard output.
  func linking(_ object: String) -> [String] {
    linker.map { $0 == Self.object ? object : $0 }
  }

  /// The one command that a driver would run.
  private static func planned(
    by driver: String, _ arguments: [String], _ toolchain: Toolchain
  ) throws -> [String] {
    let run = try CapturedRun.run(
      ProcessSpecification(
        executable: driver, arguments: arguments, environment: toolchain.environment),
      seconds: 60, byteLimit: 1 << 20)
    let printed =
      String(decoding: run.output, as: UTF8.self)
      + "\n" + String(decoding: run.error, as: UTF8.self)
    // Other lines name the version and the target.
    return printed.split(separator: "\n").map(shellWords).last { $0.contains("-o") } ?? []
  }
}
