import Grading

/// What the sample exercises ask for.
func sampleExercise(_ name: String = "LotRules") -> ExerciseSpecification {
  ExerciseSpecification(
    name: name, requires: [.init("TarnholtRules", conformingTo: "LotRules")],
    services: ".lotRules(TarnholtRules.self)")
}

/// A behaviour of no special kind.
func behaviour(_ id: String, points: Int = 1, isOpen: Bool = false) -> Behaviour {
  Behaviour(
    id: id, sentence: "It does \(id).", points: points, hint: "Look at \(id).", isOpen: isOpen)
}

/// A catalogue of numbered behaviours with the given points.
func sampleCatalogue(_ points: [Int], name: String = "LotRules") throws -> Catalogue {
  try Catalogue(
    exercise: sampleExercise(name),
    behaviours: points.enumerated().map { behaviour("B\($0.offset + 1)", points: $0.element) })
}

/// A finding with something in each part.
let sampleFinding = Finding(
  given: ["a lot"], when: "reserve", expected: "a reservation", got: "nothing",
  differences: ["seeds: expected 40, got 30"])

/// One of every verdict.
let everyVerdict: [Verdict] = [
  .passed, .failed, .crashed(signal: 5), .exited(status: 0), .timedOut, .outOfMemory,
  .brokeProtocol("sent bytes that are not a frame"), .notRun, .graderFault("The suite broke."),
]
