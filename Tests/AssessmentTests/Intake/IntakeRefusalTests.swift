import Assessment
import Foundation
import Glibc
import Grading
import Testing

@Suite("Intake refuses by name what could draw in or steer")
struct IntakeRefusalTests {
  /// Why a folder's `Sources` is refused, or `nil` when it is not.
  private func reasons(_ path: String, _ steps: [String] = []) -> [String]? {
    Intake.take(below: path, steps, limits: Limits()).reasons
  }

  @Test(
    "A link is refused, whatever its name and wherever it leads",
    arguments: ["A.swift", "README.md", ".hidden", "Folder"])
  func links(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("outside/Secret.swift", "secret")
    try folder.write("Sources/Good.swift")
    for target in [folder("outside/Secret.swift"), folder("outside"), folder("none"), ".", ".."] {
      try folder.link("Sources/\(name)", to: target)
      #expect(reasons(folder.path) == ["Sources/\(name) is a link. Hand in the file itself."])
      try FileManager.default.removeItem(atPath: folder("Sources/\(name)"))
    }
  }

  @Test("No step of the way may be a link or a file, not even to a folder of the same learner")
  func steps() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/Unit1/FrontDesk/Sources/A.swift")
    try folder.link("ada", to: folder("real"))
    try folder.link("bob/Unit1", to: folder("real/Unit1"))
    try folder.link("cleo/Unit1/FrontDesk", to: folder("real/Unit1/FrontDesk"))
    try folder.link("dora/Unit1/FrontDesk/Sources", to: folder("real/Unit1/FrontDesk/Sources"))
    try folder.write("emil/Unit1/FrontDesk/Sources", "a file")
    try folder.write("finn/Unit1", "a file")
    for (name, path) in [
      ("ada", "ada"), ("bob", "bob/Unit1"), ("cleo", "cleo/Unit1/FrontDesk"),
      ("dora", "dora/Unit1/FrontDesk/Sources"), ("emil", "emil/Unit1/FrontDesk/Sources"),
      ("finn", "finn/Unit1"),
    ] {
      #expect(
        reasons(folder.path, [name, "Unit1", "FrontDesk"])
          == ["\(path) is a link or a file. Hand in the folder itself."])
    }
  }

  @Test("A named pipe is refused and not waited for", arguments: ["A.swift", "README.md"])
  func pipes(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("Sources")
    try #require(mkfifo(folder("Sources/\(name)"), 0o600) == 0)
    #expect(reasons(folder.path) == ["Sources/\(name) is not a regular file. Remove it."])
  }

  @Test(
    "Files of a kind that could steer the build are refused",
    arguments: [
      "evil.c", "evil.h", "evil.H", "module.modulemap", "evil.o", "evil.a", "evil.so", "evil.rsp",
      "evil.swiftmodule", "evil.swiftinterface", "evil.s", "evil.cpp", "evil.m", "evil.mm",
      "evil.ll", "evil.bc", "evil.json5", "A.swift.o", ".c",
    ])
  func kinds(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Sources/Good.swift")
    try folder.write("Sources/Sub/\(name)")
    let reason =
      "Sources/Sub/\(name) is not Swift source. Only Swift files are graded; remove it."
    #expect(reasons(folder.path) == [reason])
  }

  @Test(
    "A package manifest is refused at any depth", arguments: ["Package.swift", "PACKAGE.swift"])
  func manifests(name: String) throws {
    for place in ["Sources", "Sources/Sub"] {
      let folder = try TemporaryFolder()
      try folder.write("\(place)/\(name)")
      let reason = "\(place)/\(name) is a package manifest, which is not graded. Remove it."
      #expect(reasons(folder.path) == [reason])
    }
  }

  @Test(
    "A name that a compiler or a terminal could take for something else is refused in plain text",
    arguments: [
      "-v.swift", "@x.swift", "+x.swift", "a b.swift", "a\nb.swift", "a\tb.swift",
      "\u{1B}[2Jx.swift", "\u{7}.swift", "Ω.swift", "é.swift", "a\"b.swift", "$x.swift", "a'.swift",
      "a\\b.swift", "a;b.swift", "\u{9B}2J.swift", "\u{7F}.swift", "\u{202E}tfiws.swift",
      "\u{2028}.swift", "x\u{301}.swift",
    ])
  func oddNames(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Sources/\(name)")
    let reasons = try #require(self.reasons(folder.path))
    try #require(reasons.count == 1)
    #expect(reasons[0].hasPrefix("Sources/"))
    #expect(reasons[0].contains(" has an odd name. Use letters, digits, "))
    #expect(!reasons[0].hasControls)
  }

  @Test(
    "Files and folders follow one rule for names, so that no two paths of a submission are equal")
  func equalFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write("Sources/caf\u{E9}/A.swift")
    try folder.write("Sources/cafe\u{301}/A.swift")
    let reasons = try #require(self.reasons(folder.path))
    #expect(reasons.count == 2)
    #expect(reasons.allSatisfy { $0.contains(" has an odd name. Use letters, digits, ") })
    let plain = try TemporaryFolder()
    try plain.write("Sources/caf\u{E9}/Notes.txt")
    try plain.write("Sources/cafe-2/A.swift")
    #expect(self.reasons(plain.path) == nil)
  }

  @Test("Escapes in the name of a folder do not reach the reason, whatever it is about")
  func oddFolders() throws {
    let odd = "\u{1B}[2J\n\u{9B}\u{202E}"
    let escaped = "\\u{1B}[2J\\n\\u{9B}\\u{202E}"
    for (name, size) in [("big.swift", 300_000), ("evil.c", 1), ("-v.swift", 1)] {
      let folder = try TemporaryFolder()
      try folder.write("Sources/\(odd)/\(name)", Data(repeating: 0x20, count: size))
      let reasons = try #require(self.reasons(folder.path))
      try #require(reasons.count == 1)
      #expect(reasons[0].hasPrefix("Sources/\(escaped)/\(name)"))
      #expect(!reasons[0].hasControls)
    }
    let folder = try TemporaryFolder()
    try folder.write(odd, "a file")
    #expect(
      self.reasons(folder.path, [odd])
        == ["\(escaped) is a link or a file. Hand in the folder itself."])
  }

  @Test("A name that is no text is refused, and nothing else is opened in its place")
  func noText() throws {
    let folder = try TemporaryFolder()
    try folder.write("Sources/Good.swift")
    let name = Array(folder("Sources/").utf8) + [0xFF, 0xFE] + Array(".swift".utf8) + [0]
    let descriptor = name.map(CChar.init(bitPattern:)).withUnsafeBufferPointer { path in
      path.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
    }
    try #require(descriptor >= 0)
    close(descriptor)
    #expect(reasons(folder.path) == ["Sources/\u{FFFD}\u{FFFD}.swift cannot be read."])
  }

  @Test("Every reason is given, up to twenty")
  func manyReasons() throws {
    let folder = try TemporaryFolder()
    try folder.write("Sources/a.c")
    try folder.write("Sources/-v.swift")
    try folder.link("Sources/b", to: "a.c")
    #expect(reasons(folder.path)?.count == 3)
    for number in 0..<50 { try folder.write("Sources/\(number).h") }
    #expect(reasons(folder.path)?.count == 20)
  }

  @Test("A file that cannot be read is refused", .enabled(if: getuid() != 0, "root reads all"))
  func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.write("Sources/A.swift")
    try #require(chmod(folder("Sources/A.swift"), 0) == 0)
    #expect(reasons(folder.path) == ["Sources/A.swift cannot be read."])
  }
}
