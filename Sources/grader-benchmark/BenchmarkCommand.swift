import Arguments

/// A part of the benchmark.
enum BenchmarkPart: String, CaseIterable, Sendable {
  /// Grading against bare `swiftc` of the same files.
  case grading
  /// Grading against `swift test` on a learner's kit.
  case kit
  /// A class of submissions.
  case batch
  /// Memory.
  case memory
  /// Where the time of a grading goes.
  case steps
  /// Recording a result, and answering from the record.
  case record
}

/// What the benchmark was asked.
struct BenchmarkRequest: Sendable {
  var parts: [BenchmarkPart]
  var exercises: [String]
  var rounds: Int
  var submissions: Int
  var kit: String?
}

/// The command line of the benchmark.
enum BenchmarkCommand {
  private static let parts = Positional(
    zeroOrMore: "part", .choice(of: BenchmarkPart.self), defaultText: "all",
    help: "What to measure.")
  private static let exercises = Option(
    repeating: "exercise", .text, valueName: "name", defaultText: "all",
    help: "This exercise only; may be given several times.")
  private static let rounds = Option(
    "rounds", .integer(in: 1...1_000), default: 5, help: "How often each thing is measured.")
  private static let submissions = Option(
    "submissions", .integer(in: 25...100_000), default: 100, help: "The greatest batch.")
  private static let kit = Option(
    optional: "kit", .text, valueName: "dir",
    help: "A kit as learners get it; without one the part 'kit' is left out.")

  /// The whole command line.
  static let tool = Command<BenchmarkRequest>(
    "grader-benchmark", abstract: "Measures what grading costs, against what it cannot do without.",
    arguments: [parts, exercises, rounds, submissions, kit]
  ) {
    BenchmarkRequest(
      parts: $0[parts], exercises: $0[exercises], rounds: $0[rounds],
      submissions: $0[submissions], kit: $0[kit])
  }
}
