import Grading
import SeededRandom
import Testing

@Suite("A catalogue names every behaviour")
struct CatalogueTests {
  @Test("Examples come first by name, then behaviours by number, however they were declared")
  func order() throws {
    let ordered = [
      "example.afterwards", "example.deposit", "B1", "B2", "B9", "B10", "C10", "B11", "B100",
    ]
    for seed in 0..<200 {
      var random = SeededGenerator(seed: UInt64(seed))
      let shuffled = ordered.shuffled(using: &random).map { behaviour($0) }
      let catalogue = try Catalogue(exercise: sampleExercise(), behaviours: shuffled)
      #expect(catalogue.behaviours.map(\.id) == ordered, "seed \(seed)")
    }
  }

  @Test("Its points are those of all behaviours")
  func points() throws {
    #expect(try sampleCatalogue([1, 2, 30]).points == 33)
  }

  @Test("A suite without behaviours is refused: full marks would prove nothing")
  func empty() {
    let error = #expect(throws: CatalogueError.empty(exercise: "LotRules")) {
      try Catalogue(exercise: sampleExercise(), behaviours: [])
    }
    #expect(error?.description == "The suite of LotRules declares no behaviour.")
  }

  @Test("A behaviour worth nothing, or less, is refused by name", arguments: [0, -1, .min])
  func noPoints(points: Int) {
    let error = #expect(throws: CatalogueError.noPoints(exercise: "LotRules", behaviour: "B2")) {
      try sampleCatalogue([1, points])
    }
    #expect(
      error?.description == "The suite of LotRules gives B2 no points; give it at least 1.")
  }

  @Test("One name for two behaviours is refused, whether they are equal or not")
  func declaredTwice() {
    for other in [behaviour("B1"), behaviour("B1", points: 9)] {
      let error = #expect(
        throws: CatalogueError.declaredTwice(exercise: "LotRules", behaviour: "B1")
      ) {
        try Catalogue(
          exercise: sampleExercise(), behaviours: [behaviour("B1"), behaviour("B2"), other])
      }
      #expect(
        error?.description == "The suite of LotRules declares B1 twice; use each id once.")
    }
  }
}
