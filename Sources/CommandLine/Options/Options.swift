import Arguments
import Grading
import Reports

/// The arguments that several commands take; each is explained the same wherever it stands.
enum Options {
  // MARK: - Every command

  static let course = Option(
    optional: "course", .text, valueName: "dir",
    defaultText: "around the program, else around this folder",
    help: "The checkout of the course.")
  static let color = Option(
    "color", .choice(of: ColorChoice.self), default: .auto, help: "When to colour text.")

  // MARK: - Grading

  static let jobs = Option(
    optional: "jobs", short: "j", .integer(in: 1...256), valueName: "n",
    defaultText: "one per core", help: "How many submissions to grade at once.")
  static let isolation = Option(
    "isolation", .choice(of: Isolation.self), default: .bubblewrap,
    help: "How to keep learners' code from this machine; 'none' runs it as you.")
  static let only = Option(
    repeating: "exercise", .text, valueName: "name", defaultText: "all",
    help: "Grade this exercise only; may be given several times.")
  static let again = Flag(
    "again", help: "Grade also what was graded under the same circumstances before.")

  // MARK: - Results

  static let format = Option(
    "format", .choice(of: ResultFormat.self), default: .text, help: "How to print the results.")
  static let reportFormat = Option(
    "format", .choice(of: ReportFormat.self), default: .text, help: "How to print the results.")
  static let isFull = Flag(
    "full", help: "Every question in full, with what may be said of the answers.")

  // MARK: - The gradebook

  static let gradebook = Option(
    optional: "gradebook", .text, valueName: "file",
    defaultText: "$GRADER_GRADEBOOK, else gradebook.sqlite here",
    help: "The file that holds the gradebook.")
  static let learner = Positional(
    "learner", .text, help: "The learner's name in the gradebook, such as ada.")
  static let taking = Option(
    optional: "taking", .integer(in: 1...1_000_000), valueName: "n", defaultText: "the last",
    help: "Which taking of the course.")

  // MARK: - Questions

  static let question = Positional(
    "question", .text, help: "The question, such as U2-1-R03.")
  static let answer = Positional(
    "answer", .text, help: "The answer in the question's labels, such as \"a, c\".")
  static let reviewedUnit = Option(
    optional: "unit", .text, defaultText: "all", help: "This unit's questions only, such as Unit2.")

  // MARK: - Certificates

  static let keys = Option(
    optional: "keys", .text, valueName: "dir",
    defaultText: "$GRADER_KEYS, else grader/keys in the user's configuration folder",
    help: "The folder of the issuer's keys; outside of any repository, its owner's alone.")
}
