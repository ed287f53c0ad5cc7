import Foundation
import Testing

@Suite("Bad input costs its own marks and nobody else's")
struct BadInputTests {
  static let countsTests =
    "return .count(facts.compactMap(\\.permille).count { $0 < limit })"
  /// The behaviours that ask for `testsBelow` of the fact desk.
  static let asking: Set = ["B4", "B10", "B13", "example.poorTests"]

  @Test("Files that cannot be accepted are refused by name, in a class that is graded all the same")
  func intake() async throws {
    let folder = try ClassFolder()
    let files = FileManager.default
    try folder.add("right")
    let links = try folder.add("links")
    try files.createSymbolicLink(
      atPath: "\(links)/Passwords.swift", withDestinationPath: "/etc/passwd")
    let manifest = try folder.add("manifest")
    try "import PackageDescription".write(
      toFile: "\(manifest)/Package.swift", atomically: true, encoding: .utf8)
    let huge = try folder.add("huge")
    try Data(repeating: UInt8(ascii: "\n"), count: 50_000_000)
      .write(to: URL(filePath: "\(huge)/Huge.swift"))
    let many = try folder.add("many")
    for number in 0..<10_000 {
      _ = files.createFile(
        atPath: "\(many)/File\(number).swift", contents: Data("// \(number)".utf8))
    }
    let linked = try folder.add("linked")
    try files.removeItem(atPath: linked)
    try files.createSymbolicLink(
      atPath: linked, withDestinationPath: "\(folder.path)/right/Unit1/FrontDesk/Sources")
    let empty = try folder.add("empty")
    try files.removeItem(atPath: empty)

    let results = try await ResultsJSON.grading(folder)
    let right = try results.exercise(of: "right")
    #expect(right.earned == right.points)
    for (learner, outcome, name) in [
      ("links", "refused", "Sources/Passwords.swift"), ("manifest", "refused", "Package.swift"),
      ("huge", "refused", "Sources/Huge.swift"), ("many", "refused", "64"),
      ("linked", "refused", "Sources"), ("empty", "notHandedIn", "Sources"),
    ] {
      let exercise = try results.exercise(of: learner)
      #expect(exercise.outcome == outcome, "\(learner)")
      #expect(exercise.messages.contains { $0.contains(name) }, "\(exercise.messages)")
      #expect(exercise.earned == 0)
    }
  }

  @Test("A manifest beside the exercise is never evaluated")
  func manifestBesideTheExercise() async throws {
    let folder = try ClassFolder()
    try folder.add("ada")
    let proof = "\(folder.path)/evaluated"
    try """
    import Foundation
    FileManager.default.createFile(atPath: "\(proof)", contents: nil)
    """.write(toFile: "\(folder.path)/ada/Package.swift", atomically: true, encoding: .utf8)
    let exercise = try await ResultsJSON.grading(folder).exercise(of: "ada")
    #expect(exercise.earned == exercise.points)
    #expect(!FileManager.default.fileExists(atPath: proof))
  }

  @Test("What does not build says so in the learner's own terms")
  func building() async throws {
    let folder = try ClassFolder()
    try folder.add("name", [.init("RowDesk.swift", "actor RowDesk", "actor MyDesk")])
    try folder.add("shape", [.init("RowDesk.swift", "func ask(", "func asks(")])
    try folder.add(
      "link",
      [
        .init(
          "RowDesk.swift", "import SeedVault\n",
          "import SeedVault\n\n@_silgen_name(\"no_such_function\") func missing()\n"),
        .init("RowDesk.swift", "version += 1", "missing()"),
      ])
    let main = try folder.add("main")
    try "print(1)\n".write(toFile: "\(main)/main.swift", atomically: true, encoding: .utf8)

    let results = try await ResultsJSON.grading(folder)
    for (learner, words) in [
      ("name", "FrontDesk asks for a type named RowDesk that conforms to FrontDesk"),
      ("shape", "Sources/RowDesk.swift:"), ("link", "no_such_function"),
      ("main", "Sources/main.swift:1:1: error:"),
    ] {
      let exercise = try results.exercise(of: learner)
      #expect(exercise.outcome == "notBuilt", "\(learner)")
      let text = exercise.messages.joined(separator: "\n")
      #expect(text.contains(words), "\(text)")
      #expect(!text.contains("GraderEntryPoint"), "\(text)")
      #expect(!text.contains("/tmp/") && !text.contains("/.build/"), "\(text)")
    }
  }

  @Test("A worker that misbehaves loses the behaviours in which it does, by their names")
  func running() async throws {
    let folder = try ClassFolder()
    let misbehaviours: [(learner: String, verdict: String, code: String)] = [
      ("exits", "exited", "exit(0)"),
      ("traps", "crashed", "return .count([limit][limit + 1])"),
      ("overflows", "crashed", "return .count(deeper(limit))"),
      ("killed", "crashed", "kill(getpid(), SIGKILL); return .count(0)"),
      ("hungry", "outOfMemory", "return .count([Int](repeating: 0, count: 1 << 40).count)"),
      ("loops", "timedOut", "while true {}"),
      ("sleeps", "timedOut", "while true { sleep(60) }"),
      (
        "rubbish", "brokeProtocol",
        "for descriptor in Int32(3)..<64 { _ = write(descriptor, \"rubbish!\", 8) }; return .count(0)"
      ),
      (
        "gigabyte", "brokeProtocol",
        """
        let block = [UInt8](repeating: 65, count: 1 << 20)
        for _ in 0..<1024 { for descriptor in Int32(3)..<64 { _ = write(descriptor, block, block.count) } }
        return .count(0)
        """
      ),
      (
        "closes", "brokeProtocol",
        "for descriptor in Int32(0)..<64 { close(descriptor) }; while true { sleep(60) }"
      ),
      (
        "daemon", "exited",
        "if forked() == 0 { setsid(); while true { sleep(4711) } }; exit(3)"
      ),
    ]
    for misbehaviour in misbehaviours {
      try folder.add(misbehaviour.learner, edits(misbehaviour.code))
    }
    // What only prints, and what leaves a child behind that holds every descriptor, answers rightly.
    try folder.add("prints", edits("print(\"hello\", facts); \(Self.countsTests)"))
    try folder.add(
      "forks", edits("if forked() == 0 { while true { sleep(4711) } }; \(Self.countsTests)"))

    let results = try await ResultsJSON.grading(folder, course: try folder.hastyCourse())
    for misbehaviour in misbehaviours {
      let lost = try results.notPassed(by: misbehaviour.learner)
      #expect(lost == [misbehaviour.verdict: Self.asking], "\(misbehaviour.learner)")
    }
    for learner in ["prints", "forks"] {
      #expect(try results.notPassed(by: learner).isEmpty, "\(learner)")
    }
    #expect(try WorkerProcesses.left() == [], "nothing is left running")
  }

  /// The edits that put code in place of the answer to `testsBelow`.
  private func edits(_ code: String) -> [ClassFolder.Edit] {
    [
      .init("FactDesk.swift", Self.countsTests, code),
      .init(
        "FactDesk.swift", "import SeedVault\n",
        """
        import Glibc
        import SeedVault

        @_silgen_name("fork") func forked() -> Int32
        func deeper(_ depth: Int) -> Int { deeper(depth + 1) + 1 }

        """),
    ]
  }
}
