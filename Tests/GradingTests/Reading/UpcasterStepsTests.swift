import EventSourcing
import Grading
import SeededRandom
import Testing

@Suite("Upcasters joined into a chain")
struct UpcasterStepsTests {
  /// The step from one schema of a type to the next, which adds a field named after it.
  private func step(_ type: String, _ schema: Int) -> UpcastRule {
    UpcastRule(
      source: SchemaKey(type, schema),
      targets: [
        .init(
          key: SchemaKey(type, schema + 1),
          edits: [.setDefault("\(type)\(schema)", .int(Int64(schema)))])
      ])
  }

  private func stored(_ type: String, _ schema: Int, _ names: [String] = []) -> StoredPayload {
    let fields = names.map { ($0, JSONValue.bool(true)) }
    return StoredPayload(
      SchemaKey(type, schema), .object(Dictionary(uniqueKeysWithValues: fields)))
  }

  @Test("In whatever order steps are given, all of them are the first ones and then the rest")
  func composition() throws {
    var random = SeededGenerator(seed: 6)
    for length in 1...8 {
      let steps = random.shuffled((1...length).map { step("t", $0) })
      let whole = try UpcasterSteps.make(steps)
      for cut in 1...length {
        let first = try UpcasterSteps.make(steps.filter { $0.source.schema < cut })
        let rest = try UpcasterSteps.make(steps.filter { $0.source.schema >= cut })
        let half = try first.upcast(stored("t", 1, ["x"]))
        #expect(half.map(\.key) == [SchemaKey("t", cut)])
        let all = try whole.upcast(stored("t", 1, ["x"]))
        #expect(try half.flatMap { try rest.upcast($0) } == all)
        #expect(all.map(\.key) == [SchemaKey("t", length + 1)])
        #expect(try whole.upcast(half[0]) == all)
      }
    }
  }

  @Test("A payload that no step claims stays untouched")
  func untouched() throws {
    let chain = try UpcasterSteps.make([step("t", 1)])
    for one in [stored("t", 2), stored("t", 0), stored("u", 1), stored("", -1)] {
      #expect(try chain.upcast(one) == [one])
    }
    let odd = StoredPayload(SchemaKey("t", 7), .string("no object"))
    #expect(try chain.upcast(odd) == [odd])
  }

  @Test("Every branch of a split goes on in its place, and a retired one is gone")
  func branches() throws {
    let split = UpcastRule(
      source: SchemaKey("both", 1),
      targets: [
        .init(key: SchemaKey("t", 1)), .init(key: SchemaKey("gone", 1)),
        .init(key: SchemaKey("u", 1)), .init(key: SchemaKey("t", 2)),
      ])
    let retired = UpcastRule(source: SchemaKey("gone", 1), targets: [])
    let chain = try UpcasterSteps.make([retired, step("t", 1), split])
    let keys = try chain.upcast(stored("both", 1)).map(\.key)
    #expect(keys == [SchemaKey("t", 2), SchemaKey("u", 1), SchemaKey("t", 2)])
    #expect(try chain.upcast(stored("gone", 1)).isEmpty)
  }

  @Test("Two steps from one schema, a step that stands still or back, and a circle are errors")
  func unsound() throws {
    let key = SchemaKey("t", 2)
    #expect(throws: EvolutionError.ambiguousStep(key)) {
      _ = try UpcasterSteps.make([step("t", 2), step("t", 1), step("t", 2)])
    }
    for target in [key, SchemaKey("t", 1)] {
      let chain = try UpcasterSteps.make([
        UpcastRule(source: key, targets: [.init(key: target)])
      ])
      #expect(throws: EvolutionError.stepDidNotAdvance(key)) {
        _ = try chain.upcast(stored("t", 2))
      }
    }
    let names = ["a", "b", "c"]
    let circle = try UpcasterSteps.make(
      zip(names, names.dropFirst() + ["a"]).map { name, next in
        UpcastRule(source: SchemaKey(name, 1), targets: [.init(key: SchemaKey(next, 1))])
      })
    for name in names {
      #expect(throws: EvolutionError.self) { _ = try circle.upcast(stored(name, 1)) }
    }
  }

  @Test("The error of a step is passed on as it is")
  func errors() throws {
    let rename = UpcastRule(
      source: SchemaKey("t", 1),
      targets: [.init(key: SchemaKey("t", 2), edits: [.rename("x", to: "y")])])
    let chain = try UpcasterSteps.make([rename])
    #expect(throws: EvolutionError.missingField(SchemaKey("t", 1), field: "x")) {
      _ = try chain.upcast(stored("t", 1))
    }
    #expect(throws: EvolutionError.malformed(SchemaKey("t", 1), field: "")) {
      _ = try chain.upcast(StoredPayload(SchemaKey("t", 1), .array([])))
    }
  }
}
