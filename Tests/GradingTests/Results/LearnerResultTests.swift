import Grading
import SeededRandom
import Testing

@Suite("A learner's result weighs exercises and shows what policy allows")
struct LearnerResultTests {
  /// A graded exercise in which the first behaviour passed.
  private static func exercise(_ name: String, earned: Int, of points: Int) throws -> ExerciseResult
  {
    let parts = [earned, points - earned].filter { $0 > 0 }
    let catalogue = try sampleCatalogue(parts, name: name)
    return .graded(
      catalogue,
      catalogue.behaviours.enumerated().map { index, behaviour in
        BehaviourResult(behaviour: behaviour, verdict: earned > 0 && index == 0 ? .passed : .failed)
      })
  }

  @Test("The case-study score is the weighted mean of the exercises' exact shares")
  func oracle() throws {
    for seed in 0..<1_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      var weights: [String: Int] = [:]
      var exercises: [ExerciseResult] = []
      // The oracle adds up whole numbers over one common denominator.
      let denominator = 2_520
      var sum = 0
      var total = 0
      for index in 0..<Int.random(in: 1...6, using: &random) {
        let points = Int.random(in: 1...10, using: &random)
        let earned = Int.random(in: 0...points, using: &random)
        let weight = Int.random(in: 0...4, using: &random)
        exercises.append(try Self.exercise("E\(index)", earned: earned, of: points))
        // An exercise that the scheme does not weigh counts as little as one of weight 0.
        if weight > 0 || random.toss() { weights["E\(index)"] = weight }
        sum += weight * earned * (denominator / points)
        total += weight
      }
      weights["NotDone"] = 7
      let score = LearnerResult(learner: "Ada", exercises: exercises)
        .caseStudyScore(weights: weights)
      if total == 0 {
        #expect(score == nil, "seed \(seed)")
      } else {
        #expect(score == Rational(sum, over: total * denominator), "seed \(seed)")
      }
    }
  }

  @Test("A grader fault takes the score away if the exercise counts, and is always told")
  func graderFault() throws {
    let broken = ExerciseResult.notGraded(
      try sampleCatalogue([1], name: "Broken"), .graderFault(reason: "x"))
    let learner = LearnerResult(
      learner: "Ada", exercises: [try Self.exercise("Whole", earned: 1, of: 2), broken])
    #expect(learner.hasGraderFault)
    #expect(!learner.hasFullMarks)
    #expect(learner.caseStudyScore(weights: ["Whole": 1, "Broken": 1]) == nil)
    #expect(learner.caseStudyScore(weights: ["Whole": 1, "Broken": 0]) == Rational(1, over: 2))
    #expect(learner.caseStudyScore(weights: [:]) == nil)
  }

  @Test("Full marks are every point of every exercise, whatever the weights")
  func fullMarks() throws {
    let full = try Self.exercise("A", earned: 3, of: 3)
    let most = try Self.exercise("B", earned: 99, of: 100)
    #expect(LearnerResult(learner: "Ada", exercises: [full, full]).hasFullMarks)
    #expect(!LearnerResult(learner: "Ada", exercises: [full, most]).hasFullMarks)
  }

  @Test(
    "Feedback decides whose findings are shown, and changes nothing else",
    arguments: [
      (.none, [false, false]), (.open, [false, true]), (.all, [true, true]),
    ] as [(Scheme.Feedback, [Bool])])
  func feedback(feedback: Scheme.Feedback, shows: [Bool]) throws {
    let catalogue = try Catalogue(
      exercise: sampleExercise(),
      behaviours: [behaviour("B1", isOpen: false), behaviour("B2", isOpen: true)])
    let exercise = ExerciseResult.graded(
      catalogue,
      catalogue.behaviours.map {
        BehaviourResult(behaviour: $0, verdict: .failed, finding: sampleFinding)
      })
    let learner = LearnerResult(learner: "Ada", exercises: [exercise, exercise])
    let shown = learner.shown(under: feedback)
    #expect(shown.exercises.map { $0.behaviours.map { $0.finding != nil } } == [shows, shows])
    var restored = shown
    for index in restored.exercises.indices {
      for place in restored.exercises[index].behaviours.indices {
        restored.exercises[index].behaviours[place].finding = sampleFinding
      }
    }
    #expect(restored == learner)
    #expect(learner.shown(under: .none).shown(under: .all) == learner.shown(under: .none))
  }
}
