import Arguments
import Grading
import Sandbox

/// What was asked about submissions.
struct SubmitRequest: Sendable {
  /// What to do.
  enum Action: Sendable {
    /// Take in and grade a learner's folder.
    case submit(learner: String, path: String, again: Bool)
    /// Take in and grade the folders of a class.
    case submitClass(path: String, again: Bool)
    /// Grade what is recorded again.
    case regrade(learners: [String], apply: Bool)
  }

  var action: Action
  var exercises: [String]
  var isolation: Isolation
  var jobs: Int?
  var options: GradebookOptions
}

/// What was asked about review questions.
enum ReviewRequest: Sendable {
  /// Go through the open ones.
  case practise(unit: String?)
  /// List them.
  case list(unit: String?, isFull: Bool)
  /// Answer one.
  case answer(question: String, answer: String)
  /// Answer those in a file.
  case answers(file: String)
}

/// What was asked about the final exam.
enum ExamRequest: Sendable {
  /// Start, or go on.
  case start
  /// Go through the open questions.
  case sit
  /// Answer one question.
  case answer(question: String, answer: String)
  /// Show where it stands.
  case status(isFull: Bool)
  /// End it.
  case finish
  /// Take it back.
  case reset(by: String, reason: String)
}

extension GraderCommand {
  private static let path = Positional(
    "path", .text, help: "The learner's folder: a kit or its Exercises folder.")
  private static let classFolder = Positional(
    "folder", .text,
    help: "A folder that holds a folder for each learner, named as in the gradebook."
  )
  private static let again = Flag(
    "again", help: "Grade also what was graded under the same circumstances before.")
  private static let regraded = Positional(
    zeroOrMore: "learner", .text, defaultText: "all", help: "The learners.")
  private static let apply = Flag("apply", help: "Record the results.")
  private static let unit = Option(
    optional: "unit", .text, defaultText: "all", help: "This unit's questions only, such as Unit2.")
  private static let question = Positional(
    "question", .text, help: "The question, such as U2-1-R03.")
  private static let answer = Positional(
    "answer", .text, help: "The answer in the question's labels, such as \"a, c\".")
  private static let isFull = Flag(
    "full", help: "Every question in full, with what may be said of the answers.")
  private static let file = Positional(
    "file", .text, help: "The file: a line for each question, such as \"U2-1-R03: a, c\".")
  private static let by = Option(required: "by", .text, help: "Who decides it.")
  private static let reason = Option(required: "reason", .text, help: "Why; it stays on record.")

  /// The commands about submissions.
  static let submissions: [Command<GraderRequest>] = [
    Command(
      "submit",
      abstract: "Hand in a learner's case studies: keep the files, grade them, keep the results.",
      discussion:
        "What was graded before under the same circumstances (files, suite, grading.json, "
        + "toolchain and provided modules, isolation) is answered from the record.",
      arguments: [learner, path, again, only, isolation, jobs, gradebookFile, format]
    ) { invocation in
      .submit(
        SubmitRequest(
          action: .submit(
            learner: invocation[learner], path: invocation[path], again: invocation[again]),
          exercises: invocation[only], isolation: invocation[isolation], jobs: invocation[jobs],
          options: options(invocation)))
    },
    Command(
      "submit-class",
      abstract: "Hand in the case studies of a class: a folder for each enrolled learner.",
      discussion:
        "Each result is recorded as soon as it is there. Ctrl-C lets what is under way be "
        + "finished, and the same command goes on with the rest: what was graded under the same "
        + "circumstances is answered from the record. What is not taken in is listed with the reason.",
      arguments: [classFolder, again, only, isolation, jobs, gradebookFile, format]
    ) { invocation in
      .submit(
        SubmitRequest(
          action: .submitClass(path: invocation[classFolder], again: invocation[again]),
          exercises: invocation[only], isolation: invocation[isolation], jobs: invocation[jobs],
          options: options(invocation)))
    },
    Command(
      "regrade", abstract: "Grade recorded submissions again and show who gains and loses.",
      discussion: "Nothing is recorded without --apply. Takings that are closed are passed over.",
      arguments: [regraded, apply, only, isolation, jobs, gradebookFile, format]
    ) { invocation in
      .submit(
        SubmitRequest(
          action: .regrade(learners: invocation[regraded], apply: invocation[apply]),
          exercises: invocation[only], isolation: invocation[isolation], jobs: invocation[jobs],
          options: options(invocation)))
    },
  ]

  /// `grader review …`.
  static let review = Command<GraderRequest>(
    "review", abstract: "Answer review questions.",
    subcommands: [
      Command(
        "practise", abstract: "Go through the open questions, one after another; resume any time.",
        arguments: [learner, unit, gradebookFile]
      ) { .review(.practise(unit: $0[unit]), learner: $0[learner], textOptions($0)) },
      Command(
        "list", abstract: "Show every question with what it has earned.",
        arguments: [learner, unit, isFull, gradebookFile, format]
      ) {
        .review(.list(unit: $0[unit], isFull: $0[isFull]), learner: $0[learner], options($0))
      },
      Command(
        "answer", abstract: "Answer one question.",
        arguments: [learner, question, answer, gradebookFile, format]
      ) {
        .review(
          .answer(question: $0[question], answer: $0[answer]), learner: $0[learner], options($0))
      },
      Command(
        "answers",
        abstract: "Answer the questions in a file; all of it is checked before any counts.",
        discussion: "An answer that equals the last one to its question is passed over, so that a "
          + "file can be given again after an interruption. Empty lines and lines that begin with # "
          + "mean nothing.",
        arguments: [learner, file, gradebookFile, format]
      ) { .review(.answers(file: $0[file]), learner: $0[learner], options($0)) },
    ])

  /// `grader exam …`.
  static let exam = Command<GraderRequest>(
    "exam", abstract: "Take the final exam, which is sat once.",
    subcommands: [
      Command(
        "start", abstract: "Start the one sitting and show its questions; or show them again.",
        arguments: [learner, gradebookFile, format]
      ) { .exam(.start, learner: $0[learner], options($0)) },
      Command(
        "sit", abstract: "Start or go on, and go through the open questions one after another.",
        arguments: [learner, gradebookFile]
      ) { .exam(.sit, learner: $0[learner], textOptions($0)) },
      Command(
        "answer", abstract: "Answer one question; the answer is stored before anything is said.",
        arguments: [learner, question, answer, gradebookFile, format]
      ) {
        .exam(
          .answer(question: $0[question], answer: $0[answer]), learner: $0[learner], options($0))
      },
      Command(
        "status", abstract: "Show where the sitting stands.",
        arguments: [learner, isFull, gradebookFile, format]
      ) { .exam(.status(isFull: $0[isFull]), learner: $0[learner], options($0)) },
      Command(
        "finish", abstract: "End the sitting for good.",
        arguments: [learner, gradebookFile, format]
      ) { .exam(.finish, learner: $0[learner], options($0)) },
      Command(
        "reset", abstract: "Take back a sitting that broke for a reason that is not the learner's.",
        discussion: "What was answered stays on record and counts no longer; another sitting may "
          + "start, with another form. Who did it and why stays on record too.",
        arguments: [learner, by, reason, gradebookFile, format]
      ) { .exam(.reset(by: $0[by], reason: $0[reason]), learner: $0[learner], options($0)) },
    ])
}
