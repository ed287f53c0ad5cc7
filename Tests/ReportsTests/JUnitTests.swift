import Foundation
import Grading
import Reports
import SeededRandom
import Testing

@Suite("Results as JUnit XML")
struct JUnitTests {
  /// A class's results in this format, parsed.
  private static func parsed(_ result: ClassResult) throws -> XMLTree {
    let text = try ReportFormat.junit.write(result, style: Style(isColoured: false), width: 80)
    return try #require(XMLTree.parse(text), "well-formed")
  }

  @Test(
    "Every verdict becomes the element that build servers know, and the counts are those of the cases"
  )
  func verdicts() throws {
    let verdicts: [Verdict] = [
      .passed, .failed, .crashed(signal: 4), .exited(status: 1), .timedOut, .outOfMemory,
      .brokeProtocol("x"), .notRun, .graderFault("The suite broke."),
    ]
    let catalogue = try Catalogue(
      exercise: ExerciseSpecification(name: "Ledger", requires: [], services: ""),
      behaviours: verdicts.indices.map {
        Behaviour(id: "B\($0 + 1)", sentence: "S", points: 1, hint: "H", isOpen: true)
      })
    let results = zip(catalogue.behaviours, verdicts).map {
      BehaviourResult(behaviour: $0, verdict: $1)
    }
    let root = try Self.parsed(
      ClassResult(
        course: "C", isolation: .bubblewrap, minimumIsolation: .bubblewrap, scheme: "s",
        runtime: "r",
        weights: ["Ledger": 1], isPartial: false,
        learners: [LearnerResult(learner: "ada", exercises: [.graded(catalogue, results)])]))
    let suite = try #require(root.all("testsuite").first)
    let endings = suite.all("testcase").map { one in
      one.children.first.map { "\($0.name) \($0.attributes["type"] ?? "")" } ?? "passed"
    }
    #expect(
      endings == [
        "passed", "failure failed", "error crashed", "error exited", "error timedOut",
        "error outOfMemory", "error brokeProtocol", "skipped ", "error grader-fault",
      ])
    for element in [root, suite] {
      #expect(element.attributes["tests"] == "9")
      #expect(element.attributes["failures"] == "1")
      #expect(element.attributes["errors"] == "6")
      #expect(element.attributes["skipped"] == "1")
    }
    let properties = Dictionary(
      uniqueKeysWithValues: suite.all("property").map {
        ($0.attributes["name"] ?? "", $0.attributes["value"] ?? "")
      })
    #expect(properties["counts"] == "false")
    #expect(properties["score"] == nil)
    let fault = try #require(suite.all("error").last)
    #expect(fault.attributes["message"]?.contains("does not count") == true)
    #expect(fault.text.contains("The suite broke."))
  }

  @Test("An exercise of which nothing ran is never green")
  func nothingRan() throws {
    let root = try Self.parsed(try HostileText.results("x", learner: "ada"))
    let broken = try #require(
      root.all("testsuite").first { $0.attributes["name"] == "ada/Broken" })
    #expect(broken.attributes["errors"] == "1")
    #expect(broken.all("error").map { $0.attributes["type"] } == ["notBuilt"])
    #expect(broken.all("error").first?.text == "x")
  }

  @Test(
    "Every text comes back from a parser as it went in, or spelled out where XML cannot hold it",
    arguments: [1, 2, 3] as [UInt64])
  func hostile(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = HostileText.random(&random)
      let shown = HostileText.spelled(text, keeping: ["\n", "\t"])
      let root = try Self.parsed(try HostileText.results(text))
      #expect(root.attributes["name"] == shown)
      let suite = try #require(root.all("testsuite").first)
      #expect(suite.attributes["name"] == "\(shown)/Ledger")
      let cases = suite.all("testcase")
      #expect(cases.map { $0.attributes["name"] } == ["B1 \(shown)", "B2 \(shown)"])
      let failure = try #require(cases.first?.children.first)
      #expect(failure.attributes["message"] == shown)
      let notes = ["Last words", "Given", "When", "Expected", "Got", "Differs", "Hint"]
        .map { "\($0): \(shown)" }.joined(separator: "\n")
      #expect(failure.text == notes)
      let broken = try #require(root.all("testsuite").last?.all("error").first)
      #expect(broken.text == shown)
    }
  }

  @Test("No scalar of Unicode makes the document ill-formed")
  func everyScalar() throws {
    for start in stride(from: UInt32(0), to: 0x11_0000, by: 0x1_0000) {
      // The first and last of every plane, and all of the first one.
      let range =
        start == 0
        ? Array(0..<0x1_0000) : Array(start..<start + 300) + [start + 0xFFFE, start + 0xFFFF]
      var text = ""
      for scalar in range.compactMap(Unicode.Scalar.init) { text.unicodeScalars.append(scalar) }
      let root = try Self.parsed(try HostileText.results("x", learner: text))
      let shown = HostileText.spelled(text, keeping: ["\n", "\t"])
      // Compared as scalars: as characters, different ones may be equal.
      let name = try #require(root.all("testsuite").first?.attributes["name"])
      #expect(Array(name.unicodeScalars) == Array("\(shown)/Ledger".unicodeScalars), "\(start)")
    }
  }
}
