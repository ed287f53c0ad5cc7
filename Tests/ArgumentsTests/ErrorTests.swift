import Arguments
import Testing

/// What is said of mistakes, letter for letter.
@Suite("Messages about mistakes")
struct ErrorTests {
  /// The lines with which a complaint about grading ends.
  private static let gradeUsage = """
    Usage: grader grade [--format <format>] [--exercise <name> ...] [--jobs <jobs>]
           [--course <dir>] [--verbose] [--stop-at-first-failure] [--color <color>]
           <path> ...
      See 'grader grade --help' for more information.
    """

  /// The lines with which a complaint about the tool ends.
  private static let toolUsage = """
    Usage: grader [--color <color>] <subcommand>
      See 'grader --help' for more information.
    """

  @Test(
    "An unknown option is quoted, with the one that was meant if any is near",
    arguments: [
      (["--verbos", "."], "'--verbos'. Did you mean '--verbose'?"),
      (["--hlep"], "'--hlep'. Did you mean '--help'?"),
      (["--stop"], "'--stop'. Did you mean '--stop-at-first-failure'?"),
      (["-colour=never"], "'-colour'. Did you mean '--color'?"),
      (["-course", "."], "'-course'. Did you mean '--course'?"),
      (["--quiet=1"], "'--quiet'"),
      (["---"], "'---'"),
      (["-x"], "'-x'"),
      (["-vx"], "'-x'"),
      (["-3a"], "'-3'"),
      (
        ["--course", "\u{1B}]0;x\u{7}", "--\u{1B}[2J\r\n\u{202E}"], "'--\\u{1B}[2J\\r\\n\\u{202E}'"
      ),
    ])
  func unknownOption(arguments: [String], ending: String) {
    #expect(
      SampleTool.complaint(["grade"] + arguments) == """
        Error: Unknown option \(ending)
        \(Self.gradeUsage)
        """)
  }

  @Test(
    "An option without a value is refused, even if another option or an empty text follows",
    arguments: [
      [".", "--format"], [".", "--format="], [".", "-f="], [".", "-vf"], [".", "--format", ""],
      ["--format", "--verbose", "."], ["--format", "--", "."], ["-f", "-v", "."],
    ])
  func missingValue(arguments: [String]) {
    #expect(
      SampleTool.complaint(["grade"] + arguments) == """
        Error: Missing value for '--format <format>'
        Help:  --format <format>  How to print the report.
        \(Self.gradeUsage)
        """)
  }

  @Test(
    "A value that is none of the choices is refused with all of them",
    arguments: [
      ("x", "Please provide one of 'text' and 'json'."),
      ("jsno", "Did you mean 'json'? Please provide one of 'text' and 'json'."),
      ("TEXT", "Please provide one of 'text' and 'json'."),
    ])
  func invalidChoice(value: String, advice: String) {
    #expect(
      SampleTool.complaint(["grade", ".", "--format", value]) == """
        Error: The value '\(value)' is invalid for '--format <format>'. \(advice)
        Help:  --format <format>  How to print the report.
        \(Self.gradeUsage)
        """)
  }

  @Test("Three choices are listed in a sentence")
  func threeChoices() {
    #expect(
      SampleTool.complaint(["--color=red", "grade"]) == """
        Error: The value 'red' is invalid for '--color <color>'. Please provide one of 'auto', \
        'always' or 'never'.
        Help:  --color <color>  When to use colors.
        \(Self.toolUsage)
        """)
  }

  @Test("A number out of bounds and what is no number are refused", arguments: ["-1", "65", "x"])
  func invalidNumber(value: String) {
    #expect(
      SampleTool.complaint(["grade", ".", "--jobs", value]) == """
        Error: The value '\(value)' is invalid for '--jobs <jobs>'. Please provide a whole \
        number from 1 to 64.
        Help:  --jobs <jobs>  How many exercises to grade at once.
        \(Self.gradeUsage)
        """)
  }

  @Test("An option that is not repeating is refused the second time, whatever its spelling")
  func givenTwice() {
    #expect(
      SampleTool.complaint(["grade", "--format", "json", ".", "-ftext"]) == """
        Error: The option '--format <format>' was given twice, with 'json' and 'text'. Please \
        provide it once.
        Help:  --format <format>  How to print the report.
        \(Self.gradeUsage)
        """)
  }

  @Test(
    "A flag with a value is refused",
    arguments: ["--verbose=yes", "-v=yes", "-sv=yes"])
  func flagWithValue(argument: String) {
    #expect(
      SampleTool.complaint(["grade", argument, "."]) == """
        Error: The option '--verbose' does not take any value, but 'yes' was specified.
        Help:  --verbose  Print every step.
        \(Self.gradeUsage)
        """)
  }

  @Test("A missing argument is asked for, an option being none", arguments: [[], ["-v"], ["--"]])
  func missingArgument(arguments: [String]) {
    #expect(
      SampleTool.complaint(["grade"] + arguments) == """
        Error: Missing expected argument '<path> ...'
        Help:  <path>  A directory that holds an exercise.
        \(Self.gradeUsage)
        """)
  }

  @Test(
    "A mistake before any command is told whole",
    arguments: [
      (["grad"], "Error: Unknown subcommand 'grad'. Did you mean 'grade'?"),
      (["exma", "start"], "Error: Unknown subcommand 'exma'. Did you mean 'exam'?"),
      (["hlep"], "Error: Unknown subcommand 'hlep'. Did you mean 'help'?"),
      (["help", "grad"], "Error: Unknown subcommand 'grad'. Did you mean 'grade'?"),
      (["certify"], "Error: Unknown subcommand 'certify'"),
      (["marc"], "Error: Unknown subcommand 'marc'"),
      (["\u{1B}[31m\u{9B}\u{85}\t"], "Error: Unknown subcommand '\\u{1B}[31m\\u{9B}\\u{85}\\t'"),
      ([""], "Error: Unknown subcommand ''"),
      (["-"], "Error: Unknown subcommand '-'"),
      (["--verson"], "Error: Unknown option '--verson'. Did you mean '--version'?"),
    ])
  func tool(arguments: [String], message: String) {
    #expect(SampleTool.complaint(arguments) == message + "\n" + Self.toolUsage)
  }

  @Test(
    "Words too many are counted and listed",
    arguments: [
      (["exam", "start", "x", "a", "b", "c"], "3 unexpected arguments: 'a', 'b', 'c'"),
      (["exam", "start", "x", "a\u{7F}"], "Unexpected argument 'a\\u{7F}'"),
      (["help", "exam", "start", "a"], "Unexpected argument 'a'"),
    ])
  func unexpected(arguments: [String], message: String) {
    #expect(
      SampleTool.complaint(arguments) == """
        Error: \(message)
        Usage: grader exam start [--minutes <minutes>] [--color <color>] <exam>
          See 'grader exam start --help' for more information.
        """)
  }

  @Test("Many choices are listed below the sentence")
  func manyChoices() {
    #expect(
      SampleTool.complaint(["audit", "ledgre"]) == """
        Error: The value 'ledgre' is invalid for '<exercise>'. Did you mean 'ledger'? Please \
        provide one of the following:
          - ledger
          - shop
          - bank
          - cart
          - queue
          - clock
        Help:  <exercise>  An exercise.
        Usage: grader audit [--color <color>] [<exercise> ...]
          See 'grader audit --help' for more information.
        """)
  }

  @Test(
    "A required option is asked for and its values are explained",
    arguments: [
      ([], "Missing expected argument '--key <key>'"),
      (["--key", "x"], "The value 'x' is invalid for '--key <key>'. Please provide 'main'."),
    ])
  func required(arguments: [String], message: String) {
    #expect(
      SampleTool.complaint(["sign"] + arguments) == """
        Error: \(message)
        Help:  --key <key>  The key.
        Usage: grader sign --key <key> [--level <level>] [--color <color>]
          See 'grader sign --help' for more information.
        """)
  }

  @Test("An argument without help is asked for without it, however many words are missing")
  func withoutHelp() {
    #expect(
      SampleTool.complaint(["move", "a"]) == """
        Error: Missing expected argument '<place>'
        Usage: grader move [--color <color>] <file> ... <place>
          See 'grader move --help' for more information.
        """)
  }

  @Test("A command's own reason to refuse is told like a mistake, its quotations escaped")
  func refusal() {
    #expect(
      SampleTool.complaint(["exam", "start", "\u{1B}c", "--minutes", "91"]) == """
        Error: The exam '\\u{1B}c' takes 90 minutes at most.
        Help:  --minutes <minutes>  How long it takes.
        Usage: grader exam start [--minutes <minutes>] [--color <color>] <exam>
          See 'grader exam start --help' for more information.
        """)
  }

  @Test("On a narrow terminal the usage is wrapped")
  func narrow() {
    #expect(
      SampleTool.complaint(["move"], width: 40) == """
        Error: Missing expected argument '<file> ...'
        Help:  <file>  A file.
        Usage: grader move [--color <color>]
               <file> ... <place>
          See 'grader move --help' for more information.
        """)
  }
}
