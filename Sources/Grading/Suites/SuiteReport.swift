/// What a suite process reported on one submission, held against the catalogue.
package struct SuiteReport: Sendable {
  private var planned: Catalogue?
  private var results: [String: BehaviourResult] = [:]
  private var fault: String?
  private var hasEnded = false

  /// Collects the records of one run.
  package init(_ records: some Sequence<SuiteRecord>) {
    for record in records {
      switch record {
      case .planned(let catalogue): planned = catalogue
      case .finished(let result):
        if results.updateValue(result, forKey: result.behaviour.id) != nil {
          fault = fault ?? "The suite reported \(result.behaviour.id) twice."
        }
      case .broke(let reason): fault = fault ?? reason
      case .ended: hasEnded = true
      }
    }
  }

  /// The result of the exercise.
  ///
  /// **Nothing but a behaviour's own report makes it passed.** What a suite did not report, it owes: that is a fault of
  /// the grader and not of the learner, unless the submission used up the time of the exercise.
  ///
  /// - Parameters:
  ///   - catalogue: The behaviours that must be there.
  ///   - ending: How the suite process ended.
  package func result(for catalogue: Catalogue, ending: SuiteEnding) -> ExerciseResult {
    if let fault { return .notGraded(catalogue, .graderFault(reason: fault)) }
    if let planned, planned != catalogue {
      return .notGraded(
        catalogue,
        .graderFault(reason: "The suite planned other behaviours than its catalogue names."))
    }
    return .graded(
      catalogue,
      catalogue.behaviours.map { behaviour in
        if let result = results[behaviour.id], result.behaviour == behaviour { return result }
        let verdict: Verdict =
          switch ending {
          case .overran: .timedOut
          case .died(let how): .graderFault("The suite process \(how).")
          case .completed where hasEnded: .graderFault("The suite ended without running it.")
          case .completed: .graderFault("The suite process ended early.")
          }
        return BehaviourResult(behaviour: behaviour, verdict: verdict)
      })
  }
}
