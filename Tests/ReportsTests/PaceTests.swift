import Reports
import Testing

@Suite("How far a batch has come")
struct PaceTests {
  /// A batch of which so many were finished, each so many seconds after the one before.
  private func pace(of total: Int, done: Int, every seconds: Double) -> Pace {
    var pace = Pace(of: total, "exercise")
    for number in 0..<done { pace.finish(at: .seconds(Double(number + 1) * seconds)) }
    return pace
  }

  @Test(
    "The line tells the count, the rate in a handy unit and the time left in two units",
    arguments: [
      (200, 0, 1, "Graded 0 of 200 exercises"), (200, 1, 2, "Graded 1 of 200 exercises"),
      // 160 left at two a second.
      (200, 40, 0.5, "Graded 40 of 200 exercises · 2.0/s · about 1 min 20 s left"),
      // 150 left at one in five seconds.
      (200, 50, 5, "Graded 50 of 200 exercises · 12.0/min · about 12 min 30 s left"),
      // 990 left at one in ten seconds.
      (1_000, 10, 10, "Graded 10 of 1000 exercises · 6.0/min · about 2 h 45 min left"),
      (1_000, 500, 0.05, "Graded 500 of 1000 exercises · 20/s · about 25 s left"),
      (3, 3, 0.5, "Graded 3 of 3 exercises · 2.0/s"), (1, 1, 0.5, "Graded 1 of 1 exercise"),
    ] as [(Int, Int, Double, String)])
  func line(total: Int, done: Int, seconds: Double, expected: String) {
    #expect(pace(of: total, done: done, every: seconds).line(width: 100) == expected)
  }

  @Test("What does not fit is left out, and no line is ever wider than it may be")
  func widths() {
    let pace = pace(of: 200, done: 40, every: 0.5)
    let whole = pace.line(width: 1_000)
    for width in 0...whole.count + 5 {
      let line = pace.line(width: width)
      #expect(line.count <= width)
      #expect(!line.unicodeScalars.contains { $0.value < 32 })
    }
    #expect(pace.line(width: whole.count) == whole)
    #expect(
      pace.line(width: whole.count - 1) == "Graded 40 of 200 exercises · about 1 min 20 s left")
    #expect(pace.line(width: 30) == "Graded 40 of 200 exercises")
    #expect(pace.line(width: 10) == "Graded 40 ")
  }

  @Test("The rate is that of the last ones, so a fast beginning is soon forgotten")
  func window() throws {
    var pace = Pace(of: 1_000, "exercise")
    for number in 1...500 { pace.finish(at: .milliseconds(number)) }
    #expect(try #require(pace.rate) > 900)
    for number in 1...20 { pace.finish(at: .milliseconds(500) + .seconds(number)) }
    #expect(pace.rate == 1)
    #expect(pace.timeLeft == .seconds(480))
  }

  @Test("Without time gone by there is no rate; a clock that runs back does no harm")
  func oddClocks() {
    var pace = Pace(of: 5, "exercise")
    pace.finish(at: .zero)
    pace.finish(at: .zero)
    #expect(pace.rate == nil && pace.timeLeft == nil)
    #expect(pace.line(width: 80) == "Graded 2 of 5 exercises")
    pace.finish(at: .seconds(3))
    pace.finish(at: .seconds(1))
    #expect(pace.timeLeft == .seconds(1))
  }
}
