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
  /// the grader and not of the learner, unless the submission used up the time of the exercise. **A report counts from
  /// its plan to its end**: without its plan nothing in it does, and where it has every behaviour and not its end, nobody
  /// knows what broke after the last of them.
  ///
  /// - Parameters:
  ///   - catalogue: The behaviours that must be there.
  ///   - ending: How the suite process ended.
  package func result(for catalogue: Catalogue, ending: SuiteEnding) -> ExerciseResult {
    if let fault { return .notGraded(catalogue, .graderFault(reason: fault)) }
    guard let planned else {
      // No code of the submission runs before the plan is out, so this is never the learner's.
      return .notGraded(catalogue, .graderFault(reason: lack(at: ending)))
    }
    guard planned == catalogue else {
      return .notGraded(
        catalogue,
        .graderFault(reason: "The suite planned other behaviours than its catalogue names."))
    }
    let reported = catalogue.behaviours.map { behaviour in
      results[behaviour.id].flatMap { $0.behaviour == behaviour ? $0 : nil }
    }
    if !hasEnded, ending != .overran, !reported.contains(nil) {
      return .notGraded(catalogue, .graderFault(reason: lack(at: ending)))
    }
    return .graded(
      catalogue,
      zip(catalogue.behaviours, reported).map { behaviour, result in
        result
          ?? BehaviourResult(
            behaviour: behaviour,
            verdict: ending == .overran ? .timedOut : .graderFault(lack(at: ending)))
      })
  }

  /// Why something is lacking in the report, in a sentence.
  private func lack(at ending: SuiteEnding) -> String {
    switch ending {
    case .overran: "The suite process did not come to its first behaviour in time."
    case .died(let how): "The suite process \(how)."
    case .completed where planned == nil: "The suite process did not say what it would run."
    case .completed where hasEnded: "The suite ended without running it."
    case .completed: "The suite process ended early."
    }
  }
}
