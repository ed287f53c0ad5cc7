package import Sandbox

extension Course {
  /// The isolation that code at some paths is graded under.
  ///
  /// **Learners' code runs outside of a jail only when that is asked for by name.** The course's own exercises and
  /// solutions are trusted like the grader itself, and need no asking.
  ///
  /// - Parameters:
  ///   - requested: What was asked for, if anything.
  ///   - paths: Where the code comes from.
  package func isolation(
    requested: Isolation?, for paths: [String]
  ) throws(AssessmentError) -> Isolation {
    if let requested { return requested }
    guard paths.allSatisfy(owns) else {
      throw AssessmentError(
        .isolation,
        "This grader cannot isolate learners' code yet. To run it all the same, as your own user "
          + "and with your own rights, ask for it by name: --isolation none.")
    }
    return .unconfined
  }
}
