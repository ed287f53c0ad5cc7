import Assessment
import Foundation
import Testing

@testable import Kits

@Suite("Writing a kit")
struct KitWritingTests {
  private let kit = Kit(files: [
    KitFile(path: "README.md", text: "Read me.\n"),
    KitFile(path: "A/B/c.swift", text: "let c = 1\n"),
  ])

  /// A new folder, which is removed when the test is over.
  private final class Folder {
    let path = "/tmp/kits-writing-\(UUID().uuidString)"

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    /// Everything in it that is no folder, with its content.
    func content() throws -> [String: String] {
      var content: [String: String] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
        content[name] = try? String(contentsOfFile: self(name), encoding: .utf8)
      }
      return content
    }
  }

  @Test("Every file is there with its bytes, and nothing else", arguments: [false, true])
  func writing(isThere: Bool) throws {
    let folder = try Folder()
    if isThere {
      try FileManager.default.createDirectory(
        atPath: folder("kit"), withIntermediateDirectories: false)
    }
    try kit.write(to: folder("kit"))
    #expect(
      try folder.content() == ["kit/README.md": "Read me.\n", "kit/A/B/c.swift": "let c = 1\n"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kit"],
      "nothing is left beside it")
  }

  @Test("A folder with something in it is left as it is")
  func occupied() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder("kit"), withIntermediateDirectories: false)
    try "My work.".write(toFile: folder("kit/README.md"), atomically: true, encoding: .utf8)
    let error = try #require(throws: AssessmentError.self) { try kit.write(to: folder("kit")) }
    #expect(error.kind == .input)
    #expect(error.description.contains("is not empty"))
    #expect(try folder.content() == ["kit/README.md": "My work."])
  }

  @Test("A file or a link in its place is left as it is", arguments: [false, true])
  func inTheWay(isLink: Bool) throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder("real"), withIntermediateDirectories: false)
    if isLink {
      try FileManager.default.createSymbolicLink(
        atPath: folder("kit"), withDestinationPath: folder("real"))
    } else {
      try "My work.".write(toFile: folder("kit"), atomically: true, encoding: .utf8)
    }
    let before = try folder.content()
    let error = try #require(throws: AssessmentError.self) { try kit.write(to: folder("kit")) }
    #expect(error.description.contains("is no folder"))
    #expect(try folder.content() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder("real")).isEmpty)
  }

  @Test("Where no folder can be made, the one that is missing is named")
  func nowhere() throws {
    let folder = try Folder()
    let error = try #require(throws: AssessmentError.self) { try kit.write(to: folder("no/kit")) }
    #expect(error.kind == .input)
    #expect(error.description.contains(folder("no")))
    #expect(try folder.content().isEmpty)
  }
}
