import Assessment
import Foundation
import Grading

/// A scheme with two exercises.
let sampleSchemeText = """
  {
    "version": 2, "course": "Sample", "passMark": 75,
    "units": [
      { "name": "Unit1", "title": "One", "bullets": [{ "id": "U1-1", "title": "A" }] }
    ],
    "reviewQuestions": { "tries": { "default": { "credit": [1], "feedback": "none" } } },
    "finalExam": {
      "form": { "U1-1": 1 }, "afterClosing": "none",
      "tries": { "default": { "credit": [1], "feedback": "none" } }
    },
    "weights": { "reviewQuestions": 40, "caseStudies": 30, "finalExam": 30 },
    "caseStudies": {
      "exercises": [
        { "name": "FrontDesk", "folder": "Unit1/FrontDesk", "weight": 1 },
        { "name": "LotRules", "folder": "Unit2/LotRules", "weight": 2 }
      ],
      "keep": "best", "feedback": "open"
    },
    "certificates": { "minimumIsolation": "bubblewrap" }
  }
  """

/// What the sample exercise asks for.
let sampleExercise = ExerciseSpecification(
  name: "LotRules", requires: [.init("TarnholtRules", conformingTo: "LotRules")],
  services: ".lotRules(TarnholtRules.self)")

/// A catalogue of behaviours of one point each.
func sampleCatalogue(_ ids: [String] = ["B1", "B2", "B3"]) throws -> Catalogue {
  try Catalogue(
    exercise: sampleExercise,
    behaviours: ids.map {
      Behaviour(id: $0, sentence: "It does \($0).", points: 1, hint: "Look.", isOpen: false)
    })
}

/// A result in which some behaviours of a catalogue passed and the others failed.
func sampleResult(passing passed: Set<String>, of catalogue: Catalogue) -> ExerciseResult {
  .graded(
    catalogue,
    catalogue.behaviours.map {
      BehaviourResult(behaviour: $0, verdict: passed.contains($0.id) ? .passed : .failed)
    })
}
