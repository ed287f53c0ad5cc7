import Assessment
import Foundation
import Grading
import Testing

@Suite("Intake takes Swift files and nothing else")
struct IntakeTests {
  /// What is accepted of a folder's `Sources`, sorted by path; anything else is an issue.
  private func accepted(
    _ folder: TemporaryFolder, limits: Limits = Limits(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [SourceFile] {
    let outcome = Intake.take(below: folder.path, limits: limits)
    if case .accepted(let files) = outcome { return files }
    Issue.record("\(outcome)", sourceLocation: sourceLocation)
    return []
  }

  @Test("Files in nested folders are taken byte for byte, sorted by path")
  func nested() throws {
    let folder = try TemporaryFolder()
    let bytes = Data([0xFF, 0, 0x0A, 0xC3])
    try folder.write("Sources/b.swift", "b")
    try folder.write("Sources/Rules/Deep/C.swift", bytes)
    try folder.write("Sources/Rules/A.swift", "")
    try folder.write("Sources/Z.swift", "z")
    try folder.write("Other.swift", "outside")
    try folder.write("Tests/Other.swift", "outside")
    let files = accepted(folder)
    #expect(
      files.map(\.path) == [
        "Sources/Rules/A.swift", "Sources/Rules/Deep/C.swift", "Sources/Z.swift",
        "Sources/b.swift",
      ])
    #expect(files.map(\.content) == [Data(), bytes, Data("z".utf8), Data("b".utf8)])
  }

  @Test("Plain names of every kind are taken")
  func plainNames() throws {
    let folder = try TemporaryFolder()
    let names = ["A.swift", "0.swift", "_.swift", "ID+Stream.swift", "a-b_c.1.swift", "x..swift"]
    for name in names { try folder.write("Sources/\(name)") }
    #expect(Set(accepted(folder).map(\.path)) == Set(names.map { "Sources/\($0)" }))
  }

  @Test("Notes, pictures and hidden files are skipped")
  func skipped() throws {
    let folder = try TemporaryFolder()
    for name in [
      "README.md", "README", "notes.txt", ".DS_Store", ".hidden.swift", ".gitignore", "sketch.png",
      "A.swift.bak", "A.swift~", "Makefile", "A.SWIFT", "swift",
    ] {
      try folder.write("Sources/\(name)")
    }
    try folder.write("Sources/A.swift")
    #expect(accepted(folder).map(\.path) == ["Sources/A.swift"])
  }

  @Test("A file of exactly the limit is taken, and one of a byte more is refused by name")
  func fileSize() throws {
    var limits = Limits()
    limits.fileKilobytes = 2
    let folder = try TemporaryFolder()
    try folder.write("Sources/A.swift", Data(repeating: 0x20, count: 2_048))
    #expect(accepted(folder, limits: limits).map(\.content.count) == [2_048])
    try folder.write("Sources/A.swift", Data(repeating: 0x20, count: 2_049))
    #expect(
      Intake.take(below: folder.path, limits: limits).reasons
        == ["Sources/A.swift is larger than 2 KiB, or cannot be read."])
  }

  @Test("As many files as the limit are taken, and one more is refused")
  func fileCount() throws {
    let folder = try TemporaryFolder()
    for number in 0..<64 { try folder.write("Sources/F\(number).swift") }
    #expect(accepted(folder).count == 64)
    try folder.write("Sources/Sub/One.swift")
    #expect(
      Intake.take(below: folder.path, limits: Limits()).reasons
        == ["There are more than 64 Swift files."])
  }

  @Test("Folders may nest eight deep below Sources, and no deeper")
  func depth() throws {
    let folder = try TemporaryFolder()
    let eight = "Sources/1/2/3/4/5/6/7/8"
    try folder.write("\(eight)/A.swift")
    #expect(accepted(folder).map(\.path) == ["\(eight)/A.swift"])
    try folder.makeFolder("\(eight)/9")
    #expect(
      Intake.take(below: folder.path, limits: Limits()).reasons
        == ["\(eight)/9 lies deeper than 8 folders."])
  }

  @Test("Two thousand entries are looked at, and more are refused in one sentence")
  func entries() throws {
    let folder = try TemporaryFolder()
    try folder.write("Sources/A.swift")
    for number in 1..<2_000 { try folder.write("Sources/\(number).txt", "") }
    #expect(accepted(folder).count == 1)
    for number in 2_000..<3_000 { try folder.write("Sources/Sub/\(number).txt", "") }
    #expect(
      Intake.take(below: folder.path, limits: Limits()).reasons
        == ["The folder holds more than 2000 entries."])
  }

  @Test("Where there is nothing to take, the reason says what is missing")
  func nothing() throws {
    let folder = try TemporaryFolder()
    func reason(_ path: String, _ steps: [String] = []) -> String? {
      guard case .nothing(let reason) = Intake.take(below: path, steps, limits: Limits()) else {
        return nil
      }
      return reason
    }
    #expect(reason(folder("missing")) == "The folder cannot be read.")
    #expect(reason(folder.path) == "There is no folder Sources.")
    #expect(reason(folder.path, ["Unit1"]) == "There is no folder Unit1.")
    try folder.makeFolder("Unit1/FrontDesk")
    #expect(
      reason(folder.path, ["Unit1", "FrontDesk"])
        == "There is no folder Unit1/FrontDesk/Sources.")
    try folder.makeFolder("Sources/Empty")
    #expect(reason(folder.path) == "The folder Sources holds no Swift file.")
    try folder.write("Sources/README.md")
    #expect(reason(folder.path) == "The folder Sources holds no Swift file.")
  }

  @Test("The way to an exercise is walked step by step, and its start may be a link")
  func steps() throws {
    let folder = try TemporaryFolder()
    try folder.write("class/ada/Unit1/FrontDesk/Sources/A.swift", "ada")
    try folder.link("linked", to: folder("class"))
    for base in ["class", "linked"] {
      let outcome = Intake.take(
        below: folder(base), ["ada", "Unit1", "FrontDesk"], limits: Limits())
      guard case .accepted(let files) = outcome else {
        Issue.record("\(outcome)")
        continue
      }
      #expect(files.map(\.path) == ["Sources/A.swift"])
      #expect(files.map(\.content) == [Data("ada".utf8)])
    }
  }
}
