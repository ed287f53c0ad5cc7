import Grading

/// One exercise of a learner in a document.
///
/// ```text
/// { "exercise", "weight", "outcome", "messages": [text], "earned", "points", "score": SCORE or null,
///   "isOfEarlierSuite": true, "behaviours": [ BEHAVIOUR ] }
/// ```
///
/// `SCORE` is as in ``ResultsDocument``, `BEHAVIOUR` as in `BehaviourEntry`; `outcome` is one of `graded`, `notHandedIn`,
/// `refused`, `notBuilt`, `graderFault`. The score is `null` after a grader fault; `isOfEarlierSuite` is there only where
/// the suite had other behaviours or points when it was graded.
struct ExerciseEntry: Encodable {
  private let exercise: ReportedExercise

  /// Puts an exercise into the entry.
  init(_ exercise: ReportedExercise) {
    self.exercise = exercise
  }

  private enum CodingKeys: CodingKey {
    case exercise, weight, outcome, messages, earned, points, score, isOfEarlierSuite, behaviours
  }

  /// Writes the members.
  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(exercise.name, forKey: .exercise)
    try members.encode(exercise.weight, forKey: .weight)
    try members.encode(exercise.outcome.name, forKey: .outcome)
    try members.encode(exercise.outcome.messages, forKey: .messages)
    try members.encode(exercise.earned, forKey: .earned)
    try members.encode(exercise.points, forKey: .points)
    try members.encode(exercise.score, forKey: .score)
    if exercise.isOfEarlierSuite { try members.encode(true, forKey: .isOfEarlierSuite) }
    try members.encode(exercise.behaviours.map(BehaviourEntry.init), forKey: .behaviours)
  }
}
