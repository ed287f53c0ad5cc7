import Grading
import Markup
import PlainText

/// Case studies in the XML that test runners write and build servers read, in the dialect they share.
///
/// ```text
/// <testsuites name=COURSE tests= failures= errors= skipped=>
///   <testsuite name="LEARNER/EXERCISE" tests= failures= errors= skipped=>
///     <properties> <property name= value=/> … </properties>
///     <testcase name="ID SENTENCE" classname="LEARNER/EXERCISE"> at most one of
///       <failure type="failed" message=>NOTES</failure>
///       <error type=VERDICT message=>NOTES</error>
///       <skipped message=/>
///     </testcase> …
///   </testsuite> …
/// </testsuites>
/// ```
///
/// There is one suite for each exercise of each learner and one case for each behaviour. A check that did not hold is a
/// failure, every other bad end an error whose type is the verdict's name, and what did not run is skipped. **An exercise
/// of which nothing ran is never green**: a case `Submission` says why, as an error of the type of its outcome.
///
/// The grader's own fault is an error of the type `grader-fault`, its suite has the property `counts` with the value
/// `false`, and it says nothing about the learner. Other properties are `learner`, `exercise`, `weight`, `earned`, `points`
/// and `score`, in hundredths.
struct JUnitDocument {
  private let results: ReportedResults

  /// Prepares the document.
  init(_ results: ReportedResults) {
    self.results = results
  }

  /// The whole document.
  func text() -> String {
    let suites = results.learners.flatMap { learner in
      learner.exercises.map { Suite($0, of: learner.name) }
    }
    let counts = suites.flatMap(\.cases).counts
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(results.course.xml)" \(counts)>
      \(suites.map { $0.xml(notices: results.notices) }.joined(separator: "\n"))
      </testsuites>

      """
  }

  /// One exercise of one learner.
  private struct Suite {
    /// Learner and exercise.
    let name: String
    /// What is said of it as a whole.
    let properties: [(name: String, value: String)]
    /// Its cases.
    let cases: [Case]

    /// Makes a case of each behaviour, and one of the submission if nothing ran.
    init(_ exercise: ReportedExercise, of learner: String) {
      name = "\(learner)/\(exercise.name)"
      var properties = [
        ("learner", learner), ("exercise", exercise.name), ("weight", "\(exercise.weight)"),
        ("earned", "\(exercise.earned)"), ("points", "\(exercise.points)"),
      ]
      if let score = exercise.score { properties.append(("score", score.percentage)) }
      if exercise.hasGraderFault { properties.append(("counts", "false")) }
      self.properties = properties
      cases =
        (exercise.outcome.sentence.map { [Case(exercise.outcome, sentence: $0)] } ?? [])
        + exercise.behaviours.map(Case.init)
    }

    /// The suite's element.
    func xml(notices: [String]) -> String {
      let all = properties + notices.map { ("notice", $0) }
      let lines =
        all.map { "<property name=\"\($0.name.xml)\" value=\"\($0.value.xml)\"/>" }
      return """
        <testsuite name="\(name.xml)" \(cases.counts)>
        <properties>
        \(lines.joined(separator: "\n"))
        </properties>
        \(cases.map { $0.xml(in: name) }.joined(separator: "\n"))
        </testsuite>
        """
    }
  }
}

/// One case of a suite.
private struct Case {
  /// How it ended.
  enum Ending {
    /// Every check held.
    case passed
    /// A check did not hold.
    case failure
    /// It ended badly in another way.
    case error(type: String)
    /// It did not run.
    case skipped
  }

  /// What it is called.
  let name: String
  /// How it ended.
  let ending: Ending
  /// Why, in a sentence.
  let message: String
  /// What helps, line by line.
  let notes: String

  /// A behaviour.
  init(_ behaviour: ReportedBehaviour) {
    name = "\(behaviour.id) \(behaviour.sentence)"
    ending =
      switch behaviour.verdict {
      case .passed: .passed
      case .failed: .failure
      case .notRun: .skipped
      case .graderFault: .error(type: "grader-fault")
      case .crashed, .exited, .timedOut, .outOfMemory, .brokeProtocol:
        .error(type: behaviour.verdict.rawValue)
      }
    message =
      behaviour.verdict == .graderFault
      ? "Internal error of the grader; it says nothing about the submission and does not count."
      : behaviour.happened ?? behaviour.hint ?? behaviour.verdict.words
    notes = behaviour.notes.map { "\($0.label): \($0.text)" }.joined(separator: "\n")
  }

  /// A submission of which nothing ran.
  init(_ outcome: ExerciseOutcome, sentence: String) {
    name = "Submission"
    ending =
      if case .graderFault = outcome { .error(type: "grader-fault") } else {
        .error(type: outcome.name)
      }
    message = sentence
    notes = outcome.messages.joined(separator: "\n")
  }

  /// The case's element.
  func xml(in suite: String) -> String {
    let start = "<testcase name=\"\(name.xml)\" classname=\"\(suite.xml)\""
    let content: String
    switch ending {
    case .passed: return "\(start)/>"
    case .skipped: content = "<skipped message=\"\(message.xml)\"/>"
    case .failure:
      content = "<failure type=\"failed\" message=\"\(message.xml)\">\(notes.xml)</failure>"
    case .error(let type):
      content = "<error type=\"\(type.xml)\" message=\"\(message.xml)\">\(notes.xml)</error>"
    }
    return "\(start)>\n\(content)\n</testcase>"
  }
}

extension [Case] {
  /// How many cases there are and how many ended in each way, as attributes.
  fileprivate var counts: String {
    var (failures, errors, skipped) = (0, 0, 0)
    for one in self {
      switch one.ending {
      case .passed: break
      case .failure: failures += 1
      case .error: errors += 1
      case .skipped: skipped += 1
      }
    }
    return
      "tests=\"\(count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
  }
}
