import Arguments

/// A tool like the real one, whose arguments the tests give and read.
enum SampleTool {
  /// How a report is printed.
  enum Format: String, CaseIterable {
    /// For people.
    case text
    /// For programs.
    case json
  }

  /// When colors are used.
  enum Color: String, CaseIterable {
    /// On a terminal.
    case auto
    /// Even in a file.
    case always
    /// Not at all.
    case never
  }

  /// What the commands yield.
  enum Request: Equatable {
    /// To grade directories.
    case grade(Grading)
    /// To list exercises.
    case audit([String])
    /// To start an exam of so many minutes.
    case start(exam: String, minutes: Int, color: Color)
    /// To move files to a place.
    case move(files: [String], place: String, mark: String?)
    /// To sign with a key.
    case sign(key: String, level: Int?)
  }

  /// Everything that can be said of grading.
  struct Grading: Equatable {
    /// The directories.
    var paths: [String]
    /// How to print.
    var format = Format.text
    /// Which exercises.
    var exercises: [String] = []
    /// How many at once.
    var jobs: Int?
    /// Where the course is.
    var course: String?
    /// When to color.
    var color = Color.auto
    /// Whether to print every step.
    var isVerbose = false
    /// Whether to stop early.
    var isFast = false
  }

  /// What to grade: at least one.
  static let paths = Positional(
    oneOrMore: "path", .text, help: "A directory that holds an exercise.")

  /// How to print: one of an enumeration, with a default and a letter.
  static let format = Option(
    "format", short: "f", .choice(of: Format.self), default: .text,
    help: "How to print the report.")

  /// An option that may be repeated.
  static let exercises = Option(
    repeating: "exercise", .text, valueName: "name", help: "An exercise to grade.")

  /// A bounded number whose default is known only at run time.
  static let jobs = Option(
    optional: "jobs", short: "j", .integer(in: 1...64), defaultText: "one per core",
    help: "How many exercises to grade at once.")

  /// An option whose value is named otherwise.
  static let course = Option(
    optional: "course", .text, valueName: "dir", help: "The directory of the course.")

  /// An option of the tool, hence of every command.
  static let color = Option(
    "color", .choice(of: Color.self), default: .auto, help: "When to use colors.")

  /// A flag with a letter.
  static let verbose = Flag("verbose", short: "v", help: "Print every step.")

  /// A flag whose name is wider than its column.
  static let fast = Flag("stop-at-first-failure", short: "s", help: "Stop at the first failure.")

  /// Any number of words out of a long list.
  static let audited = Positional(
    zeroOrMore: "exercise",
    .choice(among: ["ledger", "shop", "bank", "cart", "queue", "clock"]), defaultText: "all",
    help: "An exercise.")

  /// Exactly one word.
  static let exam = Positional("exam", .text, help: "The exam to start.")

  /// A number without bounds.
  static let minutes = Option("minutes", .integer, default: 60, help: "How long it takes.")

  /// Words followed by another argument.
  static let files = Positional(oneOrMore: "file", .text, help: "A file.")

  /// A last word, which no help explains.
  static let place = Positional("place", .text, help: "")

  /// A word that may be left out before one that may not.
  static let mark = Positional(optional: "mark", .text, help: "A mark.")

  /// An option that has to be given, with a single value.
  static let key = Option(required: "key", .choice(among: ["main"]), help: "The key.")

  /// A number with a lower bound only.
  static let level = Option(optional: "level", .integer(in: 0...Int.max), help: "The level.")

  /// The tool itself.
  static let command = Command<Request>(
    "grader", abstract: "Grades the exercises of the course.",
    discussion: """
      Every exercise is built and run apart from the others, so that none can spoil the marks of \
      another one.

        grader grade Exercises/Ledger
      """,
    arguments: [color],
    subcommands: [
      grade,
      Command("audit", abstract: "Check exercises.", arguments: [audited]) {
        .audit($0[audited])
      },
      Command(
        "exam", abstract: "Take an exam.",
        subcommands: [
          Command("start", abstract: "Start an exam.", arguments: [exam, minutes]) {
            (invocation) throws(ValidationError) in
            guard invocation[minutes] <= 90 else {
              throw ValidationError(
                "The exam '\(invocation[exam])' takes 90 minutes at most.", about: minutes)
            }
            return .start(
              exam: invocation[exam], minutes: invocation[minutes], color: invocation[color])
          }
        ]),
      Command("move", abstract: "Move files.", arguments: [files, place]) {
        .move(files: $0[files], place: $0[place], mark: nil)
      },
      Command("mark", abstract: "Mark a file.", isHidden: true, arguments: [mark, place]) {
        .move(files: [], place: $0[place], mark: $0[mark])
      },
      Command("sign", abstract: "Sign.", arguments: [key, level]) {
        .sign(key: $0[key], level: $0[level])
      },
    ])

  /// The command with most arguments.
  private static let grade = Command<Request>(
    "grade", abstract: "Grade directories.",
    arguments: [paths, format, exercises, jobs, course, verbose, fast]
  ) { invocation in
    .grade(
      Grading(
        paths: invocation[paths], format: invocation[format], exercises: invocation[exercises],
        jobs: invocation[jobs], course: invocation[course], color: invocation[color],
        isVerbose: invocation[verbose], isFast: invocation[fast]))
  }

  /// Parses a command line.
  static func parse(
    _ arguments: [String], topics: [String: String] = [:], width: Int = 80
  ) throws(UsageError) -> Outcome<Request> {
    try command.parse(arguments, version: "1.2.3", topics: topics, width: width)
  }

  /// Parses a command line of which none of the arguments holds a space.
  static func parse(
    _ line: String, topics: [String: String] = [:], width: Int = 80
  ) throws(UsageError) -> Outcome<Request> {
    try parse(line.split(separator: " ").map(String.init), topics: topics, width: width)
  }

  /// The text that a command line asks to print, or nothing if it asks for something else.
  static func page(
    _ line: String, topics: [String: String] = [:], width: Int = 80
  ) throws(UsageError) -> String? {
    guard case .text(let text) = try parse(line, topics: topics, width: width) else { return nil }
    return text
  }

  /// The text that explains why a command line is refused, or nothing if it is not.
  static func complaint(_ arguments: [String], width: Int = 80) -> String? {
    do throws(UsageError) {
      _ = try parse(arguments, width: width)
      return nil
    } catch {
      return error.description
    }
  }
}
