import Foundation
import Testing

@testable import Assessment

@Suite("The toolchain is the one of the swiftc that a shell would run")
struct ToolchainTests {
  /// Lays out what a toolchain must have in a folder.
  private func makeToolchain(_ name: String, in folder: TemporaryFolder) throws {
    for program in ["swiftc", "swift-frontend", "clang"] {
      try folder.writeProgram("\(name)/usr/bin/\(program)", "exit 1")
    }
    try folder.makeFolder("\(name)/usr/lib/swift/linux")
  }

  /// The environment of a path.
  private func path(_ folders: String...) -> [String: String] {
    ["PATH": (folders + ["/usr/bin", "/bin"]).joined(separator: ":")]
  }

  /// A `swiftc` that says where its toolchain is.
  private func makeLauncher(_ folder: TemporaryFolder, resources: String) throws {
    try folder.writeProgram(
      "launcher/swiftc",
      """
      [ "$1" = -print-target-info ] || exit 1
      echo '{"paths":{"runtimeResourcePath":"\(resources)"}}'
      """)
  }

  @Test("Without a swiftc there is a sentence with the remedy")
  func none() throws {
    let folder = try TemporaryFolder()
    try folder.write("plain/swiftc", "not executable")
    for path in [folder.path, folder("missing"), folder("plain"), ""] {
      let error = #expect(throws: AssessmentError.self) {
        try Toolchain.find(environment: ["PATH": path])
      }
      #expect(error?.kind == .machine)
      #expect(
        error?.description
          == "No swiftc was found on the PATH. Install a Swift toolchain from swift.org.")
    }
  }

  @Test("The first swiftc on the path counts, also through a link")
  func direct() throws {
    let folder = try TemporaryFolder()
    try makeToolchain("a", in: folder)
    try makeToolchain("b", in: folder)
    try folder.link("links/swiftc", to: folder("b/usr/bin/swiftc"))
    let a = try Toolchain.find(environment: path(folder("a/usr/bin"), folder("b/usr/bin")))
    #expect(a.usr == folder("a/usr"))
    let b = try Toolchain.find(environment: path(folder("links"), folder("a/usr/bin")))
    #expect(b.usr == folder("b/usr"))
    #expect(b.swiftc == folder("b/usr/bin/swiftc"))
  }

  @Test(
    "Anything newer that builds or runs submissions, at the same place, makes another toolchain",
    arguments: [
      "bin/swift-frontend", "bin/clang", "bin/lld", "lib/swift/linux/libswiftCore.so",
      "lib/swift/linux/libFoundation.so",
    ])
  func identity(file: String) throws {
    let folder = try TemporaryFolder()
    try makeToolchain("a", in: folder)
    let environment = path(folder("a/usr/bin"))
    let before = try Toolchain.find(environment: environment).identity
    #expect(try Toolchain.find(environment: environment).identity == before)
    try folder.writeProgram("a/usr/\(file)", "exit 2 # newer")
    #expect(try Toolchain.find(environment: environment).identity != before)
  }

  @Test("A launcher is asked where its toolchain is")
  func launcher() throws {
    let folder = try TemporaryFolder()
    try makeToolchain("a", in: folder)
    try makeLauncher(folder, resources: folder("a/usr/lib/swift"))
    let found = try Toolchain.find(environment: path(folder("launcher")))
    #expect(found.usr == folder("a/usr"))
  }

  @Test("A launcher that gives no answer, or names a place that lacks something, is refused")
  func uselessLauncher() throws {
    let folder = try TemporaryFolder()
    try makeLauncher(folder, resources: folder("gone/usr/lib/swift"))
    var error = #expect(throws: AssessmentError.self) {
      try Toolchain.find(environment: path(folder("launcher")))
    }
    #expect(
      error?.description
        == "The toolchain at \(folder("gone/usr")) lacks its compiler, linker or libraries. "
        + "Reinstall it.")
    for script in ["echo nonsense", "exit 1", "kill -9 $$", "echo '{\"paths\":{}}'"] {
      try folder.writeProgram("launcher/swiftc", script)
      error = #expect(throws: AssessmentError.self) {
        try Toolchain.find(environment: path(folder("launcher")))
      }
      #expect(error?.kind == .machine)
      #expect(
        error?.description
          == "\(folder("launcher/swiftc")) does not say where its toolchain is. Reinstall it.")
    }
  }
}
