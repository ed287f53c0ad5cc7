import Testing

@Suite("What the grader prints")
struct TranscriptTests {
  /// The answer to `testsBelow` in the reference solution, which B10 and one example ask for.
  private static let countsTests =
    "return .count(facts.compactMap(\\.permille).count { $0 < limit })"

  @Test("A right submission is printed with every behaviour passed")
  func right() async throws {
    try await check("ada")
  }

  @Test("A partly right submission is printed with given, when, expected, got and hints")
  func partlyRight() async throws {
    try await check(
      "ben", .init("LotEvent+Seeds.swift", "germinated * 1000 / sown", "germinated * 10"))
  }

  @Test("A trap fails the behaviours that run into it and no other")
  func trapping() async throws {
    try await check(
      "cleo", .init("FactDesk.swift", Self.countsTests, "return .count([limit][limit])"))
  }

  @Test("A hang fails the behaviours that wait for it and no other")
  func hanging() async throws {
    try await check("dora", .init("FactDesk.swift", Self.countsTests, "while true {}"))
  }

  @Test("A forged answer fails the behaviours in which it is sent and no other")
  func forging() async throws {
    let forgery = """
      let json = #"{"v":1,"id":4711,"reply":{"count":{"_0":1}}}"#
          var frame: [UInt8] = [0, 0, 0, UInt8(json.utf8.count)]
          frame += Array(json.utf8)
          for descriptor in Int32(3)..<64 { _ = write(descriptor, frame, frame.count) }
          return .count(0)
      """
    try await check(
      "emil", .init("FactDesk.swift", Self.countsTests, forgery),
      .init("FactDesk.swift", "import SeedVault\n", "import Glibc\nimport SeedVault\n"))
  }

  @Test("A submission that does not compile is printed with the compiler's words on its own files")
  func notCompiling() async throws {
    try await check("finn", .init("RowDesk.swift", "version += 1", "version += \"one\""))
  }

  @Test("The help names every command and every exit code")
  func help() async throws {
    for arguments in [
      ["--help"], ["grade", "--help"], ["audit", "--help"], ["feedback", "--help"],
      ["report", "--help"],
    ] {
      let run = try await GraderProgram.run(arguments)
      try Transcript.check(run, named: "help" + arguments.dropLast().map { "-\($0)" }.joined())
    }
  }

  /// Grades one learner's submission and compares what is printed.
  private func check(_ learner: String, _ edits: ClassFolder.Edit...) async throws {
    let folder = try ClassFolder()
    try folder.add(learner, edits)
    let run = try await GraderProgram.run([
      "grade", "\(folder.path)/\(learner)", "--exercise", "FrontDesk", "--course",
      try folder.hastyCourse(),
    ])
    try Transcript.check(run, named: learner)
  }
}
