import Grading
import PlainText

/// The page that a learner reads first: how to work, what is graded, what is refused, how the mark is made.
struct KitPage {
  private let scheme: Scheme

  /// The page for a scheme.
  init(_ scheme: Scheme) {
    self.scheme = scheme
  }

  /// The text of `README.md`.
  func text() -> String {
    let example = scheme.exercises.first?.name ?? "NAME"
    return """
      # \(scheme.course)

      This is your kit: the protocols you build on, the exercises and the review questions. It is a Swift package without
      dependencies, for Swift 6.3 or later on Linux. Open this folder in an editor with Swift support, or in a terminal.

      ## Working on an exercise

      1. **Read** the exercise's `README.md`, then the documentation of the protocols it names, in the folder `Sources` at
         the top. They are the specification.
      2. **Write** where the exercise's own `Sources` say `TODO`. The names of the required types are fixed, the rest is
         yours: you may add files, types and functions, and change what is there.
      3. **Run its examples**, which are in its `Tests`:

         ```sh
         swift test --filter \(example)
         ```

         Untouched, all of them fail, and that is right. A failure shows what came out and what had to, says why, lists
         each `TODO` that is still open for this example, and names the page with the rules. The first run takes a minute
         to build; lines about 0 tests come from another test library.
      4. **Hand in**, as often as you like; see below.

      `swift test` alone runs the examples of all exercises; all exercises must compile, whichever you run. If your code
      traps, for instance with an index out of range, the whole run ends there, and the output names the file and the
      line. An example that waits for ever is named after a minute; end the run with Ctrl-C.

      | exercise | folder | weight |
      |---|---|---|
      \(scheme.exercises.map(row).joined(separator: "\n"))

      ## Answering review questions

      They are in `Exercises/UNIT/Questions/Questions.md`. Write your answers into `Answers.txt` beside them, in any number
      of rounds. \(reviewTries)

      ## Handing in

      Give this folder to your instructor; its folder `Exercises` is enough. Whoever keeps the gradebook runs in it

      ```sh
      grader submit NAME .
      grader review answers NAME Exercises/\(scheme.units.first?.name ?? "UNIT")/Questions/Answers.txt
      ```

      for the case studies and for the answers of a unit. Where you have the grader, `grader grade .` grades your case
      studies without handing anything in.

      ## What is graded

      Your code runs in a process of its own, against the public examples and against hidden checks of what the READMEs
      and the documentation say. You see every behaviour with its points and, where it fails, a hint. An exercise that does
      not compile earns nothing. \(kept)

      - **Taken in** are the `.swift` files below each exercise's `Sources`: at most \(scheme.limits.files) files of \
      \(scheme.limits.fileKilobytes) KiB each.
      - **Ignored** are other folders, the manifest, and changes to tests and to the provided modules.
      - **Refused** is an exercise whose `Sources` hold a link, a manifest, a C, object or module map file, or a file
        with an odd name. The message says which.
      - **Your code cannot** reach files, the network or other processes. One call may take \
      \(counted(scheme.limits.callSeconds, "second")), one behaviour \
      \(counted(scheme.limits.behaviourSeconds, "second")).

      ## The mark

      Review questions count \(scheme.weights.reviewQuestions) %, case studies \(scheme.weights.caseStudies) %, the final \
      exam \(scheme.weights.finalExam) %; \(scheme.passMark) % pass.
      The exam is sat once and has \(counted(scheme.exam.form.values.reduce(0, +), "question")), of which none is in this \
      kit. The course may be taken again.

      """
  }

  /// One exercise of the table.
  private func row(_ exercise: Scheme.Exercise) -> String {
    "| \(exercise.name) | `Exercises/\(exercise.folder)` | \(exercise.weight) |"
  }

  /// How often a question may be answered.
  private var reviewTries: String {
    let credit = scheme.reviewTries.standard.credit
    guard let last = credit.last, credit.count > 1 else {
      return "Each question is answered once."
    }
    let worth = last == .one ? "" : "; the last try is worth \(last.shortPercentage) %"
    return "Each question may be tried \(credit.count) times\(worth)."
  }

  /// Which submission counts.
  private var kept: String {
    switch scheme.keep {
    case .best: "The best submission of each exercise counts."
    case .latest: "The latest submission of each exercise counts."
    }
  }
}

extension Rational {
  /// The number in hundredths, without a fraction if there is none: `50`.
  fileprivate var shortPercentage: String {
    let text = percentage
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }
}
