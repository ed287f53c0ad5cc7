import Arguments
import Testing

/// What help pages say, letter for letter.
@Suite("Help pages")
struct HelpTests {
  @Test(
    "Every way to ask for help of the tool shows the same page",
    arguments: [
      "", "-h", "--help", "help", "help help", "help -h", "--color never", "--bogus --help",
      "--color never -h", "-- help",
    ])
  func tool(line: String) throws {
    let page = """
      OVERVIEW: Grades the exercises of the course.

      Every exercise is built and run apart from the others, so that none can spoil
      the marks of another one.

        grader grade Exercises/Ledger

      USAGE: grader [--color <color>] <subcommand>

      OPTIONS:
        --color <color>         When to use colors. (values: auto, always, never;
                                default: auto)
        --version               Show the version.
        -h, --help              Show help information.

      SUBCOMMANDS:
        grade                   Grade directories.
        audit                   Check exercises.
        exam                    Take an exam.
        move                    Move files.
        sign                    Sign.

        See 'grader help <subcommand>' for detailed help.
      """
    let shown = try SampleTool.page(line)
    #expect(shown == page)
  }

  @Test(
    "Every way to ask for help of a command shows the same page",
    arguments: [
      "grade -h", "grade --help", "help grade", "grade here --format --help", "grade -vh",
      "grade --jobs many --help", "help grade --help",
    ])
  func command(line: String) throws {
    let page = """
      OVERVIEW: Grade directories.

      USAGE: grader grade [--format <format>] [--exercise <name> ...] [--jobs <jobs>]
             [--course <dir>] [--verbose] [--stop-at-first-failure] [--color <color>]
             <path> ...

      ARGUMENTS:
        <path>                  A directory that holds an exercise.

      OPTIONS:
        -f, --format <format>   How to print the report. (values: text, json; default:
                                text)
        --exercise <name>       An exercise to grade.
        -j, --jobs <jobs>       How many exercises to grade at once. (default: one per
                                core)
        --course <dir>          The directory of the course.
        -v, --verbose           Print every step.
        -s, --stop-at-first-failure
                                Stop at the first failure.
        --color <color>         When to use colors. (values: auto, always, never;
                                default: auto)
        -h, --help              Show help information.
      """
    let shown = try SampleTool.page(line)
    #expect(shown == page)
  }

  @Test("On a narrow terminal descriptions stand below their labels")
  func narrow() throws {
    let page = """
      OVERVIEW: Grade directories.

      USAGE: grader grade [--format <format>]
             [--exercise <name> ...]
             [--jobs <jobs>] [--course <dir>]
             [--verbose]
             [--stop-at-first-failure]
             [--color <color>] <path> ...

      ARGUMENTS:
        <path>
            A directory that holds an
            exercise.

      OPTIONS:
        -f, --format <format>
            How to print the report. (values:
            text, json; default: text)
        --exercise <name>
            An exercise to grade.
        -j, --jobs <jobs>
            How many exercises to grade at
            once. (default: one per core)
        --course <dir>
            The directory of the course.
        -v, --verbose
            Print every step.
        -s, --stop-at-first-failure
            Stop at the first failure.
        --color <color>
            When to use colors. (values: auto,
            always, never; default: auto)
        -h, --help
            Show help information.
      """
    let shown = try SampleTool.page("grade --help", width: 40)
    #expect(shown == page)
  }

  @Test("On a narrow terminal the page of the tool is wrapped throughout")
  func narrowTool() throws {
    let page = """
      OVERVIEW: Grades the exercises of the
      course.

      Every exercise is built and run apart
      from the others, so that none can spoil
      the marks of another one.

        grader grade Exercises/Ledger

      USAGE: grader [--color <color>]
             <subcommand>

      OPTIONS:
        --color <color>
            When to use colors. (values: auto,
            always, never; default: auto)
        --version
            Show the version.
        -h, --help
            Show help information.

      SUBCOMMANDS:
        grade
            Grade directories.
        audit
            Check exercises.
        exam
            Take an exam.
        move
            Move files.
        sign
            Sign.

        See 'grader help <subcommand>' for
        detailed help.
      """
    let shown = try SampleTool.page("--help", width: 40)
    #expect(shown == page)
  }

  @Test(
    "Help of a topic is its page, and of a word that is neither topic nor command the usual error")
  func topics() throws {
    let topics = ["rules": "# Rules", "grade": "# Never shown"]
    #expect(try SampleTool.page("help rules", topics: topics) == "# Rules")
    #expect(try SampleTool.page("help grade", topics: topics) == SampleTool.page("help grade"))
    #expect(throws: UsageError.self) { try SampleTool.page("rules", topics: topics) }
    #expect(throws: UsageError.self) { try SampleTool.page("help exam rules", topics: topics) }
    #expect(throws: UsageError.self) { try SampleTool.page("help rule", topics: topics) }
  }

  @Test(
    "A command that holds commands points to their help",
    arguments: ["exam", "help exam", "exam help", "exam -h", "exam --help start"])
  func nested(line: String) throws {
    let page = """
      OVERVIEW: Take an exam.

      USAGE: grader exam [--color <color>] <subcommand>

      OPTIONS:
        --color <color>         When to use colors. (values: auto, always, never;
                                default: auto)
        -h, --help              Show help information.

      SUBCOMMANDS:
        start                   Start an exam.

        See 'grader help exam <subcommand>' for detailed help.
      """
    let shown = try SampleTool.page(line)
    #expect(shown == page)
  }

  @Test(
    "A command of a command has its page",
    arguments: ["help exam start", "exam help start", "exam start -h"])
  func innermost(line: String) throws {
    let page = """
      OVERVIEW: Start an exam.

      USAGE: grader exam start [--minutes <minutes>] [--color <color>] <exam>

      ARGUMENTS:
        <exam>                  The exam to start.

      OPTIONS:
        --minutes <minutes>     How long it takes. (default: 60)
        --color <color>         When to use colors. (values: auto, always, never;
                                default: auto)
        -h, --help              Show help information.
      """
    let shown = try SampleTool.page(line)
    #expect(shown == page)
  }

  @Test("A hidden command can be explained though no page lists it")
  func hidden() throws {
    let page = """
      OVERVIEW: Mark a file.

      USAGE: grader mark [--color <color>] [<mark>] <place>

      ARGUMENTS:
        <mark>                  A mark.
        <place>

      OPTIONS:
        --color <color>         When to use colors. (values: auto, always, never;
                                default: auto)
        -h, --help              Show help information.
      """
    let shown = try SampleTool.page("help mark")
    #expect(shown == page)
  }

  @Test("More than twelve arguments are summed up in the usage line")
  func many() throws {
    let options: [any Argument] = "abcdefghijklm".map {
      Option(optional: "\($0)-option", .text, help: "")
    }
    let required = Option(required: "key", .text, help: "")
    let tool = Command<Int>(
      "tool", abstract: "", arguments: options + [required, SampleTool.paths]
    ) { _ in 0 }
    guard case .text(let page) = try tool.parse(["-h"]) else {
      Issue.record("There is no page.")
      return
    }
    #expect(page.hasPrefix("USAGE: tool [<options>] --key <key> <path> ...\n\nARGUMENTS:"))
  }

  @Test("A label stands beside its description as long as a space fits between")
  func widestLabel() throws {
    let flags = [
      Flag("abcdefghijklmnopqrstu", help: "A."), Flag("bcdefghijklmnopqrstuvw", help: "B."),
    ]
    let tool = Command<Int>("tool", abstract: "Tries.", arguments: flags) { _ in 0 }
    let page = """
      OVERVIEW: Tries.

      USAGE: tool [--abcdefghijklmnopqrstu] [--bcdefghijklmnopqrstuvw]

      OPTIONS:
        --abcdefghijklmnopqrstu A.
        --bcdefghijklmnopqrstuvw
                                B.
        -h, --help              Show help information.
      """
    #expect(try tool.parse(["-h"]) == .text(page))
  }

  @Test("The version is told by the tool and by no command of it")
  func version() throws {
    #expect(try SampleTool.parse("--version") == .text("1.2.3"))
    #expect(try SampleTool.parse("--color never --version grade") == .text("1.2.3"))
    #expect(SampleTool.complaint(["grade", "--version"]) != nil)
    #expect(throws: UsageError.self) { try SampleTool.command.parse(["--version"]) }
  }
}
