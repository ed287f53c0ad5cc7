import Foundation
import Sandbox

/// The system's programs that make a PDF.
package struct PDFTools: Sendable {
  /// The folders that are searched for programs, as a `PATH` has them.
  private let path: String

  /// Looks for programs in some folders, or where the user's `PATH` says.
  ///
  /// **What they are given is public, what they make is checked by nobody**: a certificate's worth is in its
  /// signature, not in its PDF.
  package init(folders: [String]? = nil) {
    path = folders?.joined(separator: ":") ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
  }

  /// The path of a program, or nil if there is none.
  func find(_ name: String) -> String? { ProgramSearch.find(name, in: path) }

  /// Runs a program to its end.
  func run(_ executable: String, _ arguments: [String], epoch: Int) throws(SystemError)
    -> CapturedRun
  {
    // Where fonts are; and nothing else of the user's, so that the same sheet makes the same bytes.
    let kept = [
      "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "FONTCONFIG_FILE",
      "FONTCONFIG_PATH",
    ]
    var environment = ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
    environment["PATH"] = path
    environment["LC_ALL"] = "C.UTF-8"
    environment["SOURCE_DATE_EPOCH"] = "\(epoch)"
    return try CapturedRun.run(
      ProcessSpecification(
        executable: executable, arguments: arguments, environment: environment,
        limits: ProcessLimits(processorSeconds: 60, fileMegabytes: 64)),
      seconds: 120, byteLimit: 1 << 20)
  }
}
