import Arguments
import Grading
import Sandbox

/// What a command line can ask for.
enum GraderRequest: Sendable {
  /// Grade learners' case studies.
  case grade(GradeRequest)
  /// Check the suites against right and wrong solutions.
  case audit(AuditRequest)
  /// Find out whether this machine can isolate learners' code.
  case doctor(DoctorRequest)
  /// Check, show, export or import questions.
  case questions(QuestionsRequest)
  /// Write or check what learners work in.
  case kit(KitRequest)
  /// Create, check or repair the gradebook's file.
  case gradebook(GradebookRequest, GradebookOptions)
  /// Enrol, list, show or close.
  case learners(LearnerRequest, GradebookOptions)
  /// Hand in, or grade again.
  case submit(SubmitRequest)
  /// Answer review questions.
  case review(ReviewRequest, learner: String, GradebookOptions)
  /// Show a learner everything there is to be told.
  case feedback(FeedbackRequest, GradebookOptions)
  /// Take the final exam.
  case exam(ExamRequest, learner: String, GradebookOptions)
  /// Issue, revoke or publish certificates.
  case certificate(CertificateRequest, keys: String?, GradebookOptions)
  /// Verify a certificate.
  case verify(VerifyRequest)
  /// Make, show or replace the issuer's key.
  case key(KeyRequest, keys: String?)
  /// Write how the class does into a folder.
  case report(folder: String, GradebookOptions)
}

/// The commands as they are declared, parsed and explained.
enum GraderCommand {
  static let course = Option(
    optional: "course", .text, valueName: "dir",
    defaultText: "around the program, else around this folder",
    help: "The checkout of the course.")
  static let color = Option(
    "color", .choice(of: ColorChoice.self), default: .auto, help: "When to colour text.")
  static let jobs = Option(
    optional: "jobs", short: "j", .integer(in: 1...256), valueName: "n",
    defaultText: "one per core", help: "How many submissions to grade at once.")
  static let isolation = Option(
    "isolation", .choice(of: Isolation.self), default: .bubblewrap,
    help: "How to keep learners' code from this machine; 'none' runs it as you.")

  private static let paths = Positional(
    oneOrMore: "path", .text,
    help: "A learner's folder (a kit or its Exercises folder), or a folder of such folders.")
  static let format = Option(
    "format", .choice(of: ResultFormat.self), default: .text, help: "How to print the results.")
  static let only = Option(
    repeating: "exercise", .text, valueName: "name", defaultText: "all",
    help: "Grade this exercise only; may be given several times.")

  private static let audited = Positional(
    zeroOrMore: "exercise", .text, defaultText: "all", help: "The exercises to audit.")

  /// The whole command line.
  static let tool = Command<GraderRequest>(
    "grader",
    abstract: "Assesses learners of Reactive Architecture: CQRS & Event Sourcing.",
    discussion: "Exit codes: 0 done, with full marks where something is graded, 2 graded without "
      + "full marks, 3 the audit, the gradebook's chain, the question banks, the certificate or a kit do not "
      + "hold, 4 refused by the rules of the course, 5 certificate revoked, 6 its status unknown, 64 usage, 65 "
      + "what was given is not of its form, 66 no such input, 69 machine "
      + "lacks something, 70 internal error, 74 the gradebook cannot be used, 77 cannot isolate, 78 "
      + "course files are wrong, 130 interrupted.",
    arguments: [course, color],
    subcommands: [
      Command(
        "grade", abstract: "Grade learners' case studies against the hidden suites.",
        arguments: [paths, reportFormat, only, isolation, jobs]
      ) { invocation in
        .grade(
          GradeRequest(
            paths: invocation[paths], format: invocation[reportFormat], exercises: invocation[only],
            isolation: invocation[isolation], jobs: invocation[jobs], course: invocation[course],
            color: invocation[color]))
      },
      Command(
        "audit", abstract: "Check that the suites tell right solutions from wrong ones.",
        discussion:
          "Grades the reference solution, the alternatives, the starter, solutions that do "
          + "nothing, and the mutants of each exercise, and prints what came out as a matrix.",
        arguments: [audited, isolation, jobs]
      ) { invocation in
        .audit(
          AuditRequest(
            exercises: invocation[audited], isolation: invocation[isolation],
            jobs: invocation[jobs], course: invocation[course], color: invocation[color]))
      },
      Command(
        "doctor", abstract: "Find out whether this machine can isolate learners' code.",
        discussion: "Builds and runs a program that tries to break out as a hostile submission "
          + "would, and prints what was contained. Ends with 77 if anything was not.",
        arguments: []
      ) { invocation in
        .doctor(DoctorRequest(course: invocation[course], color: invocation[color]))
      },
    ] + learners + submissions
      + [review, exam, feedback, certificate, key, report, questions, kit, gradebook])
}

/// When text is coloured.
enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal that has not asked for none.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}

/// How results are printed.
enum ResultFormat: String, CaseIterable, Sendable {
  /// For people.
  case text
  /// For programs.
  case json
}
