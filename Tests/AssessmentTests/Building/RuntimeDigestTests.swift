import Foundation
import Testing

@testable import Assessment

@Suite("What provided modules are known by", .timeLimit(.minutes(10)))
struct RuntimeDigestTests {
  /// A toolchain of some identity.
  private func toolchain(_ identity: String = "a") -> Toolchain {
    Toolchain(usr: "/nowhere", identity: identity)
  }

  /// A course with a file in each room that is compiled.
  private func course(_ folder: TemporaryFolder) throws -> Course {
    for room in RuntimeCompilation.rooms {
      try folder.write("Sources/\(room)/Inner/One.swift", "// \(room)\n")
    }
    try folder.write("grading.json", sampleSchemeText)
    return try Course(at: folder.path)
  }

  @Test("Any change of any room, a new file, and another toolchain give another digest")
  func changes() throws {
    let folder = try TemporaryFolder()
    let course = try course(folder)
    let first = try PreparedRuntime.digest(for: course, with: toolchain())
    #expect(try PreparedRuntime.digest(for: course, with: toolchain()) == first)
    var digests: Set = [first, try PreparedRuntime.digest(for: course, with: toolchain("b"))]
    #expect(digests.count == 2)
    for (index, room) in RuntimeCompilation.rooms.enumerated() {
      try folder.write("Sources/\(room)/Inner/One.swift", "// \(room) \n")
      digests.insert(try PreparedRuntime.digest(for: course, with: toolchain()))
      #expect(digests.count == 3 + 2 * index, "\(room)")
      try folder.write("Sources/\(room)/Two.swift", "// new\n")
      digests.insert(try PreparedRuntime.digest(for: course, with: toolchain()))
      #expect(digests.count == 4 + 2 * index, "\(room)")
    }
    let last = try PreparedRuntime.digest(for: course, with: toolchain())
    try folder.write("Sources/Reports/Three.swift", "// of no room that is compiled\n")
    #expect(try PreparedRuntime.digest(for: course, with: toolchain()) == last)
  }

  @Test("The digest that is found without preparing is that of what is prepared")
  func same() throws {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let course = try Course.locate(named: nil, program: program, currentFolder: ".")
    let toolchain = try Toolchain.find(environment: ProcessInfo.processInfo.environment)
    let prepared = try PreparedRuntime.prepare(for: course, with: toolchain) {}
    #expect(try PreparedRuntime.digest(for: course, with: toolchain) == prepared.digest)
  }
}
