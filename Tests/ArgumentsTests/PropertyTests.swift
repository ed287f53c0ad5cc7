import Arguments
import Testing

/// What holds of any command line, tried on thousands.
@Suite("Properties of parsing")
struct PropertyTests {
  @Test("However a request is typed, it is understood as the same")
  func roundTrip() throws {
    for seed in 0..<3000 {
      var rendering = Rendering(seed: UInt64(seed))
      let grading = rendering.grading()
      let arguments = rendering.arguments(for: grading)
      do {
        let outcome = try SampleTool.parse(arguments)
        #expect(outcome == .action(.grade(grading)), "seed \(seed): \(arguments)")
      } catch {
        Issue.record("seed \(seed): \(arguments): \(error)")
      }
    }
  }

  @Test("Whatever is typed, there is an outcome or an explanation safe to print")
  func garbage() {
    var complaints = 0
    for seed in 0..<5000 {
      var rendering = Rendering(seed: UInt64(seed))
      let prefix = [[], ["grade"], ["exam", "start"], ["help"]][seed % 4]
      guard let complaint = SampleTool.complaint(prefix + rendering.garbage()) else { continue }
      complaints += 1
      let isSafe = complaint.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar.properties.generalCategory != .control
      }
      #expect(isSafe, "seed \(seed)")
      #expect(complaint.hasPrefix("Error: "), "seed \(seed)")
      #expect(complaint.hasSuffix(" --help' for more information."), "seed \(seed)")
    }
    // Otherwise the garbage would be too tame to prove anything.
    #expect(complaints > 2000)
  }

  @Test("Very long command lines are refused without delay")
  func long() {
    let word = String(repeating: "grade", count: 20_000)
    #expect(SampleTool.complaint([word]) != nil)
    #expect(SampleTool.complaint(["--" + word]) != nil)
    #expect(SampleTool.complaint(["grade", "-" + word]) != nil)
    #expect(SampleTool.complaint(Array(repeating: "help", count: 20_000)) == nil)
  }

  @Test("Pages keep to their width unless a single word is wider", arguments: 40...100)
  func width(width: Int) throws {
    for line in ["-h", "grade -h", "exam start -h", "audit -h"] {
      let page = try #require(try SampleTool.page(line, width: width))
      #expect(page.split(separator: "\n").allSatisfy { $0.count <= width }, "\(line)")
    }
  }
}
