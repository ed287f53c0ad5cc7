import Arguments

/// What was asked about the question banks.
struct QuestionsRequest: Sendable {
  /// What to do.
  enum Action: Sendable {
    /// Check both banks.
    case check(format: ResultFormat)
    /// Show a unit's questions with their keys.
    case preview(unit: String, html: String?, isExam: Bool)
    /// Write questions as GIFT: a unit's review questions, or the exam pool without a unit.
    case export(unit: String?, file: String)
    /// Read GIFT and give it in the course's format.
    case importing(file: String, bullet: String?, questions: String?, keys: String?)
  }

  var action: Action
  var course: String?
  var color: ColorChoice
}

extension GraderCommand {
  private static let unit = Positional("unit", .text, help: "The unit, such as Unit2.")
  private static let exportedUnit = Positional(
    optional: "unit", .text, help: "The unit whose review questions are written, such as Unit2.")
  private static let html = Option(
    optional: "html", .text, valueName: "file", help: "Write one page of HTML to this file instead."
  )
  private static let isExam = Flag("exam", help: "The exam questions, not the review questions.")
  private static let gift = Positional("file", .text, help: "The GIFT file.")
  private static let bullet = Option(
    optional: "bullet", .text, valueName: "id",
    help: "The bullet of questions whose category names none, such as U2-1.")
  private static let questionsFile = Option(
    optional: "questions", .text, valueName: "file",
    help: "Write the questions to this new file; needs --keys.")
  private static let keysFile = Option(
    optional: "keys", .text, valueName: "file",
    help: "Write the keys to this new file; needs --questions.")

  /// `grader questions …`.
  static let questions = Command<GraderRequest>(
    "questions", abstract: "Check, show, export or import review questions and the exam pool.",
    subcommands: [
      Command(
        "check", abstract: "Check both question banks, and compute what a blind guesser gets.",
        discussion:
          "Errors are contradictions and gaps, such as a number that its computation does "
          + "not give; they end the check with 3. Warnings are broken rules of item writing, for a "
          + "person to judge.",
        arguments: [format]
      ) { request(.check(format: $0[format]), $0) },
      Command(
        "preview", abstract: "Show a unit's questions with keys and feedback, for review.",
        arguments: [unit, html, isExam]
      ) { request(.preview(unit: $0[unit], html: $0[html], isExam: $0[isExam]), $0) },
      Command(
        "export", abstract: "Write questions as GIFT, and say what GIFT cannot say.",
        discussion: "Name a unit, or --exam for the exam pool. The file is written over.",
        arguments: [exportedUnit, gift, isExam]
      ) { invocation throws(ValidationError) in
        guard (invocation[exportedUnit] == nil) == invocation[isExam] else {
          throw ValidationError("Name either a unit or --exam.")
        }
        return request(
          .export(unit: invocation[exportedUnit], file: invocation[gift]), invocation)
      },
      Command(
        "import", abstract: "Read GIFT and write it in the course's format; says what is lost.",
        discussion:
          "Without --questions and --keys one file with both is printed. What GIFT does not "
          + "have is marked as to be written, and the check finds it.",
        arguments: [gift, bullet, questionsFile, keysFile]
      ) { invocation throws(ValidationError) in
        let (questions, keys) = (invocation[questionsFile], invocation[keysFile])
        guard (questions == nil) == (keys == nil) else {
          throw ValidationError("Give both --questions and --keys, or neither.")
        }
        return request(
          .importing(
            file: invocation[gift], bullet: invocation[bullet], questions: questions, keys: keys),
          invocation)
      },
    ])

  /// A request with what every command here is told.
  private static func request(
    _ action: QuestionsRequest.Action, _ invocation: Invocation
  ) -> GraderRequest {
    .questions(
      QuestionsRequest(action: action, course: invocation[course], color: invocation[color]))
  }
}
