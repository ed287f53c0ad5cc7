import Arguments
import Testing

/// How command lines are understood.
@Suite("Grammar of command lines")
struct GrammarTests {
  /// What is gained from a command line that grades.
  private typealias Grading = SampleTool.Grading

  @Test(
    "A value follows its name, after a space, an equals sign or nothing",
    arguments: [
      "grade . --format json", "grade . --format=json", "grade . -f json", "grade . -fjson",
      "grade . -f=json", "grade --format json .", "grade --format=json -- .",
    ])
  func spellings(line: String) throws {
    #expect(
      try SampleTool.parse(line) == .action(.grade(Grading(paths: ["."], format: .json))))
  }

  @Test("Flags combine, with an option and its value at the end")
  func combined() throws {
    var expected = Grading(paths: ["."], isVerbose: true, isFast: true)
    #expect(try SampleTool.parse("grade -vs .") == .action(.grade(expected)))
    #expect(try SampleTool.parse("grade -v -s -v --verbose .") == .action(.grade(expected)))
    expected.jobs = 4
    #expect(try SampleTool.parse("grade . -vsj4") == .action(.grade(expected)))
    #expect(try SampleTool.parse("grade . -vsj 4") == .action(.grade(expected)))
  }

  @Test("Without options every value is the default")
  func defaults() throws {
    #expect(try SampleTool.parse("grade a b") == .action(.grade(Grading(paths: ["a", "b"]))))
    #expect(try SampleTool.parse("audit") == .action(.audit([])))
    #expect(
      try SampleTool.parse("sign --key main") == .action(.sign(key: "main", level: nil)))
  }

  @Test("A repeating option keeps the order of its values")
  func repeating() throws {
    #expect(
      try SampleTool.parse("grade --exercise b . --exercise=a --exercise b")
        == .action(.grade(Grading(paths: ["."], exercises: ["b", "a", "b"]))))
  }

  @Test(
    "An option of the tool may stand before, between and after its commands",
    arguments: [
      "--color never exam start one", "exam --color never start one",
      "exam start --color never one", "exam start one --color never",
    ])
  func inherited(line: String) throws {
    #expect(
      try SampleTool.parse(line) == .action(.start(exam: "one", minutes: 60, color: .never)))
  }

  @Test("After two dashes everything is a word")
  func terminator() throws {
    #expect(
      try SampleTool.parse("grade a -- --format -v -- --help")
        == .action(.grade(Grading(paths: ["a", "--format", "-v", "--", "--help"]))))
    #expect(try SampleTool.parse("-- grade -v") == .action(.grade(Grading(paths: ["-v"]))))
  }

  @Test("A dash, negative numbers and the empty text are words")
  func words() throws {
    #expect(
      try SampleTool.parse(["grade", "-", "-3", "-0.5", ""])
        == .action(.grade(Grading(paths: ["-", "-3", "-0.5", ""]))))
  }

  @Test("A value may be a negative number or a dash, and anything after an equals sign")
  func dashedValues() throws {
    #expect(
      try SampleTool.parse("exam start one --minutes -5")
        == .action(.start(exam: "one", minutes: -5, color: .auto)))
    #expect(
      try SampleTool.parse("grade . --course -")
        == .action(.grade(Grading(paths: ["."], course: "-"))))
    #expect(
      try SampleTool.parse("grade . --course=--a=b")
        == .action(.grade(Grading(paths: ["."], course: "--a=b"))))
  }

  @Test("An argument that takes many words leaves what the ones after it need")
  func distribution() throws {
    #expect(
      try SampleTool.parse("move a b c")
        == .action(.move(files: ["a", "b"], place: "c", mark: nil)))
    #expect(
      try SampleTool.parse("mark a") == .action(.move(files: [], place: "a", mark: nil)))
    #expect(
      try SampleTool.parse("mark a b") == .action(.move(files: [], place: "b", mark: "a")))
  }

  @Test("After the first word of a command, names of commands are words")
  func namesAsWords() throws {
    #expect(
      try SampleTool.parse("grade grade help")
        == .action(.grade(Grading(paths: ["grade", "help"]))))
  }

  @Test("An invocation tells the commands that were called")
  func path() throws {
    let tool = Command<[String]>(
      "a", abstract: "",
      subcommands: [
        Command("b", abstract: "", subcommands: [Command("c", abstract: "") { $0.path }])
      ])
    #expect(try tool.parse(["b", "c"]) == .action(["a", "b", "c"]))
  }

  @Test("A tool without subcommands takes words at once, even the word help")
  func single() throws {
    let tool = Command<[String]>("a", abstract: "", arguments: [SampleTool.paths]) {
      $0[SampleTool.paths]
    }
    #expect(try tool.parse(["help", "b"]) == .action(["help", "b"]))
  }
}
