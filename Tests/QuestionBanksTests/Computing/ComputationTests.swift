import Grading
import QuestionBanks
import Testing

@Suite("Computations are executed exactly")
struct ComputationTests {
  @Test(
    "Operators bind as in arithmetic, functions take their arguments, comparisons give 1 or 0",
    arguments: [
      ("398", "398"), ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"), ("10 - 4 - 3", "3"),
      ("24 / 4 / 3", "2"), ("-3 * -2", "6"), ("2 - -3", "5"), ("1 / 3 * 3", "1"),
      ("0.1 + 0.2", "0.3"), ("min(412, 398, 405)", "398"), ("max(-1,-2)", "-1"),
      ("sum(1,2,3)", "6"),
      ("count(0, 5, 3 > 4, 4 > 3)", "2"), ("floor(7/2)", "3"), ("floor(-7/2)", "-4"),
      ("floor(-4)", "-4"), ("ceil(7/2)", "4"), ("ceil(-7/2)", "-3"), ("ceil(3)", "3"),
      ("abs(3 - 5)", "2"), ("mod(17, 5)", "2"), ("mod(-17, 5)", "3"), ("mod(5.5, 2)", "1.5"),
      ("3 >= 3", "1"), ("3 <= 2", "0"), ("3 == 3", "1"), ("3 != 3", "0"), ("2 < 3", "1"),
      ("2 > 3", "0"), ("(412 >= 403) + (398 >= 403) + (405 >= 403)", "2"),
    ])
  func values(_ text: String, _ expected: String) throws {
    #expect(try Computation(text).value == Rational(expected))
  }

  @Test("A lone number computes nothing")
  func computes() throws {
    #expect(try !Computation(" (398) ").computes)
    #expect(try Computation("397 + 1").computes)
    #expect(try Computation("min(398)").computes)
  }

  @Test(
    "What is no expression is refused in a sentence",
    arguments: [
      "", " ", "1 +", "(1", "1)", "1 2", "1 < 2 < 3", "foo(1)", "min()", "floor(1, 2)", "mod(1)",
      "1 / 0", "1 / (2 - 2)", "mod(3, 0)", "1,2", "1..2", ".5", "1e3", "min 3", "²", "1 = 1",
      "2 ** 3",
      "\u{0}", "💥(1)",
    ])
  func refused(_ text: String) {
    let error = #expect(throws: ComputationError.self) { try Computation(text) }
    #expect(error?.description.hasSuffix(".") == true)
  }

  @Test("Length and nesting are limited, so that a hostile expression ends at once")
  func limits() throws {
    let depth = Computation.maximumDepth
    func nested(_ open: String, _ close: String, _ count: Int) -> String {
      String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
    }
    #expect(try Computation(nested("(", ")", depth)).value == .one)
    #expect(throws: ComputationError.self) { try Computation(nested("(", ")", depth + 1)) }
    #expect(throws: ComputationError.self) { try Computation(nested("-", "", depth + 1)) }
    #expect(throws: ComputationError.self) { try Computation(nested("abs(", ")", depth + 1)) }
    let long = "1" + String(repeating: "+1", count: 499)
    #expect(try Computation(long).value == Rational(500))
    #expect(throws: ComputationError.self) { try Computation(long + "+1") }
    #expect(throws: ComputationError.self) { try Computation(String(repeating: "(", count: 1_000)) }
  }
}
