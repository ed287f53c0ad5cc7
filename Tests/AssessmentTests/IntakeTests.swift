import Assessment
import Foundation
import Glibc
import Grading
import Testing

@Suite("Intake takes Swift files and nothing else")
struct IntakeTests {
  /// The files taken in, or nil when there is another outcome.
  private func taken(_ outcome: Intake.Outcome) -> [String]? {
    guard case .accepted(let files) = outcome else { return nil }
    return files.map(\.path)
  }

  /// The reasons of a refusal, or none when there is another outcome.
  private func reasons(_ outcome: Intake.Outcome) -> [String] {
    guard case .refused(let reasons) = outcome else { return [] }
    return reasons
  }

  @Test("Swift files are taken with their bytes, in nested folders too, sorted by path")
  func files() throws {
    let folder = try TemporaryFolder()
    try folder.write("Sources/b.swift", "let b = 2\n")
    try folder.write("Sources/Deep/Deeper/a+b-c_d.swift", "let a = 1\n")
    try folder.write("Sources/A.swift", Data([0xff, 0x00]))
    guard case .accepted(let files) = Intake.take(below: folder.path, limits: Limits()) else {
      Issue.record("The files were not accepted.")
      return
    }
    #expect(
      files.map(\.path) == [
        "Sources/A.swift", "Sources/Deep/Deeper/a+b-c_d.swift", "Sources/b.swift",
      ]
    )
    #expect(files[0].content == Data([0xff, 0x00]))
  }

  @Test("What is harmless and no Swift file is passed over")
  func harmless() throws {
    let folder = try TemporaryFolder()
    try folder.write("Sources/A.swift")
    for name in ["README.md", ".DS_Store", ".hidden.swift", "notes.txt", "swift"] {
      try folder.write("Sources/\(name)")
    }
    try folder.write("Package.swift")
    #expect(taken(Intake.take(below: folder.path, limits: Limits())) == ["Sources/A.swift"])
  }

  @Test(
    "What could steer a build, or reads as an option, is refused by name",
    arguments: [
      "Package.swift", "package.swift", "x.c", "x.h", "x.modulemap", "x.o", "x.so", "x.swiftmodule",
      "x.swiftinterface", "X.CPP", "-v.swift", "@x.swift", "+x.swift", "a b.swift", "ä.swift",
      "a\nb.swift", "a\u{1B}[2J.swift", "a\u{202E}b.swift", "a'b.swift", "$(x).swift",
    ])
  func refused(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Sources/A.swift")
    try folder.write("Sources/\(name)")
    let reasons = reasons(Intake.take(below: folder.path, limits: Limits()))
    #expect(reasons.count == 1)
    #expect(reasons.first?.hasPrefix("Sources/") == true)
    #expect(reasons.allSatisfy { !$0.hasControls })
  }

  @Test("A link or a pipe is refused wherever it stands on the way")
  func links() throws {
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("Sources/Secret.swift")
    for link in ["ada", "ada/Unit", "ada/Unit/Exercise", "ada/Unit/Exercise/Sources"] {
      let folder = try TemporaryFolder()
      let rest = "ada/Unit/Exercise/Sources".dropFirst(link.count).drop { $0 == "/" }
      try elsewhere.write("\(rest)/A.swift")
      try folder.link(link, to: elsewhere.path)
      let outcome = Intake.take(
        below: folder.path, ["ada", "Unit", "Exercise"], limits: Limits())
      #expect(reasons(outcome).count == 1, "\(link)")
    }
    let folder = try TemporaryFolder()
    try folder.link("Sources/A.swift", to: elsewhere("Sources/Secret.swift"))
    try folder.link("Sources/Folder", to: elsewhere.path)
    try #require(mkfifo(folder("Sources/Pipe.swift"), 0o644) == 0)
    #expect(reasons(Intake.take(below: folder.path, limits: Limits())).count == 3)
    // The folder that is named to the grader may be reached by a link.
    try elsewhere.link("alias", to: elsewhere.path)
    #expect(taken(Intake.take(below: elsewhere("alias"), limits: Limits())) != nil)
  }

  @Test("A file of just the limit is taken, one more byte is refused")
  func size() throws {
    var limits = Limits()
    limits.fileKilobytes = 1
    let folder = try TemporaryFolder()
    try folder.write("Sources/A.swift", Data(repeating: 0x20, count: 1024))
    #expect(taken(Intake.take(below: folder.path, limits: limits)) == ["Sources/A.swift"])
    try folder.write("Sources/A.swift", Data(repeating: 0x20, count: 1025))
    #expect(reasons(Intake.take(below: folder.path, limits: limits)).count == 1)
  }

  @Test("As many files as the limit are taken, one more is refused")
  func count() throws {
    let folder = try TemporaryFolder()
    for number in 0..<64 { try folder.write("Sources/F\(number).swift") }
    #expect(taken(Intake.take(below: folder.path, limits: Limits()))?.count == 64)
    try folder.write("Sources/G.swift")
    #expect(reasons(Intake.take(below: folder.path, limits: Limits())).count == 1)
  }

  @Test("Folders without end and entries without number are refused")
  func depth() throws {
    let deep = try TemporaryFolder()
    try deep.write("Sources/" + String(repeating: "d/", count: 12) + "A.swift")
    #expect(reasons(Intake.take(below: deep.path, limits: Limits())).count == 1)
    let wide = try TemporaryFolder()
    try wide.makeFolder("Sources")
    for number in 0..<2_001 { try wide.write("Sources/\(number).txt") }
    #expect(reasons(Intake.take(below: wide.path, limits: Limits())).count == 1)
  }

  @Test("Nothing handed in is said to be nothing, with the folder that is missing")
  func nothing() throws {
    let folder = try TemporaryFolder()
    for (prepare, word) in [("", "Sources"), ("Sources", "no Swift file")] {
      try folder.makeFolder(prepare)
      guard case .nothing(let reason) = Intake.take(below: folder.path, limits: Limits()) else {
        Issue.record("Nothing was taken for something.")
        return
      }
      #expect(reason.contains(word))
    }
  }
}
