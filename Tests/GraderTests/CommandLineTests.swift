import Assessment
import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test(
    "Wrong input ends with its own status and one sentence that names the remedy",
    arguments: [
      (["grade", "/no/such/folder"], 66, "/no/such/folder does not exist."),
      (["grade", "/proc"], 66, "/proc holds no exercise of this course."),
      (["grade", "/etc/passwd"], 66, "/etc/passwd is a file."),
      (["grade"], 64, "Missing expected argument '<path> ...'"),
      (["grad"], 64, "Unknown subcommand 'grad'. Did you mean 'grade'?"),
      (["grade", "x", "--isolation", "nine"], 64, "The value 'nine' is invalid"),
      (["grade", "x", "--exercise", "Nope"], 66, "There is no exercise Nope."),
      (["audit", "Nope"], 66, "There is no exercise Nope. This course has FrontDesk, LotRules, "),
      (["audit", "--course", "/"], 78, "grading.json cannot be read."),
    ])
  func wrongInput(arguments: [String], status: Int, sentence: String) async throws {
    let run = try await GraderProgram.run(arguments)
    #expect(run.status == status)
    #expect(run.error.contains(sentence), "\(run.error)")
    #expect(run.output.isEmpty)
  }

  @Test(
    "Where the machine cannot jail, nothing is run, the reason and the remedy are said, and only asking by name helps"
  )
  func withoutBubblewrap() async throws {
    let folder = try ClassFolder()
    try folder.add("ada")
    let jailed = try await GraderProgram.run(["grade", folder.path, "--exercise", "FrontDesk"])
    #expect(jailed.status == 0)
    #expect(!jailed.output.contains("ISOLATION"))
    // A machine like this one, on which nobody can run bwrap.
    let machine = ["--dev-bind", "/", "/", "--ro-bind", "/dev/null", "/usr/bin/bwrap", "--"]
    for command in [["grade", folder.path], ["audit", "FrontDesk"], ["doctor"]] {
      let run = try await GraderProgram.run(command, by: ["/usr/bin/bwrap"] + machine)
      #expect(run.status == 77)
      #expect(
        run.error.contains("There is no `bwrap` on this machine. Install the package bubblewrap"))
      #expect(run.error.contains("--isolation none"))
      #expect(run.output.isEmpty)
    }
    let asked = try await GraderProgram.run(
      ["grade", folder.path, "--exercise", "FrontDesk", "--isolation", "none"],
      by: ["/usr/bin/bwrap"] + machine)
    #expect(asked.status == 0)
    let text = asked.output.replacing("\n", with: " ")
    #expect(text.contains("ISOLATION: none."))
    #expect(text.contains("They do not count for a certificate."))
  }

  @Test(
    "The contributor's page fits a terminal, names every room there is and no place that there is not"
  )
  func contributing() async throws {
    let run = try await GraderProgram.run(["help", "contributing"])
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let root = try GraderProgram.course().root
    let rooms = try FileManager.default.contentsOfDirectory(atPath: root.appending("/Sources"))
      .filter { !$0.hasPrefix(".") }
    let named = run.output.matches(of: /`([^`\s]+)`/).map { String($0.output.1) }
    for room in rooms { #expect(named.contains(room), "\(room)") }
    for name in named where name.contains("/") && !name.contains("<") && !name.contains("…") {
      #expect(
        ["", "/Sources", "/Sources/CommandLine/Commands"].contains {
          FileManager.default.fileExists(atPath: "\(root)\($0)/\(name)")
        }, "\(name)")
    }
  }

  @Test("Text has colour only where that is asked for or a terminal shows it")
  func colour() async throws {
    let folder = try ClassFolder()
    try folder.add("ada", [.init("RowDesk.swift", "version += 1", "version += \"one\"")])
    let arguments = ["grade", folder.path, "--exercise", "FrontDesk"]
    #expect(!(try await GraderProgram.run(arguments).output.contains("\u{1B}")))
    #expect(
      try await GraderProgram.run(arguments + ["--color", "always"]).output.contains("\u{1B}[31m"))
  }

  @Test("The untouched starters score nothing and say why; the solutions have full marks")
  func starterAndSolution() async throws {
    let course = try GraderProgram.course().root
    let solutions = try await GraderProgram.run(["grade", "\(course)/Solutions"])
    #expect(solutions.status == 0)
    #expect(solutions.output.contains("Case-study score: 100.00 %"))
    let starters = try await GraderProgram.run(["grade", "\(course)/Exercises"])
    #expect(starters.status == 2)
    #expect(starters.output.contains("Case-study score: 0.00 %"))
    #expect(starters.output.contains("Hint: "))
  }

  @Test("A suite process whose grader is gone ends itself")
  func orphanedSuite() async throws {
    // The end of its input is how it learns; here there is none from the start.
    let run = try await GraderProgram.run(["suite-process"])
    #expect(run.status != 0)
  }
}
