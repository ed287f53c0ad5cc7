import Testing

@testable import ExampleSupport

@Suite("Places that are still to be written")
struct OpenPlaceTests {
  private let source = """
    struct Desk: FrontDesk {
      let name = "a desk"
      // TODO: Keep the facts.

      /// Records a fact.
      private mutating func record(
        _ fact: Fact, at moment: Int
      ) throws -> Int {
        let next = 1
        switch fact {
        case .first(let seeds): return seeds
        case .second:
          // TODO: What becomes of it?
          // It has happened, after all.
          break
        }
        // TODO: Count.
        // TODO: Confirm.
        return next
      }

      static let steps = [
        first,
        // TODO: Add the others.
      ]
    }

    // TODO: Say hello.
    """

  @Test("Each is found with its line, its declaration and the whole of its comment")
  func places() {
    let places = OpenPlace.all(inText: source, of: "Desk.swift")
    #expect(places.map(\.line) == [3, 13, 17, 18, 24, 28])
    #expect(places.map(\.declaration) == ["Desk", "record", "record", "record", "steps", nil])
    #expect(
      places.map(\.task) == [
        "Keep the facts.", "What becomes of it? It has happened, after all.", "Count.", "Confirm.",
        "Add the others.", "Say hello.",
      ])
  }

  @Test("An example that fails is told of what it needs and of nothing else")
  func guide() {
    let places = OpenPlace.all(inText: source, of: "Desk.swift")
    let exercise = "/home/ada/kit/Exercises/Unit1/FrontDesk"
    func lines(_ needed: [String]?) -> [String] {
      Guide(exercise: exercise, places: places, needed: needed).lines
    }
    let rules = "The rules are in Exercises/Unit1/FrontDesk/README.md"
    #expect(
      lines(["steps"]) == [
        "TODO at Exercises/Unit1/FrontDesk/Sources/Desk.swift:24, steps: Add the others.", rules,
      ])
    #expect(lines(["Desk"]).count == places.count + 1, "a file's name stands for all in it")
    #expect(lines(["record", "steps"]).count == 5)
    #expect(lines(["classify"]) == [rules], "what is needed is written")
    #expect(lines(nil).count == places.count + 1, "without a word all that is open")
  }
}
