import Grading
import SeededRandom
import Testing

@Suite("The weighted mark")
struct MarkTests {
  /// A mark of some parts.
  private func mark(
    _ weights: (Int, Int, Int), pass: Int = 75, _ review: Rational, _ cases: Rational,
    _ exam: Rational
  ) -> Mark {
    Mark(
      weights: .init(reviewQuestions: weights.0, caseStudies: weights.1, finalExam: weights.2),
      passMark: pass, reviewQuestions: review, caseStudies: cases, finalExam: exam)
  }

  @Test("Exactly the pass mark passes, and a hair below it does not")
  func border() {
    let hair = Rational(1, over: 1_000_000_000_000)
    let weights = (40, 30, 30)
    let exact = mark(weights, .one, .one, Rational(1, over: 6))
    #expect(exact.total == Rational(3, over: 4))
    #expect(exact.isPass)
    let below = mark(weights, .one, .one - hair, Rational(1, over: 6))
    #expect(!below.isPass)
    #expect(below.total.percentage == "74.99")
    let above = mark(weights, .one, .one, Rational(1, over: 6) + hair)
    #expect(above.isPass)
  }

  @Test("Every part empty or full, in every combination, adds its weight or nothing")
  func corners() {
    for corner in 0..<8 {
      let full = (0..<3).map { corner >> $0 & 1 == 1 }
      let scores = full.map { $0 ? Rational.one : .zero }
      let mark = mark((40, 30, 30), scores[0], scores[1], scores[2])
      let points = zip(full, [40, 30, 30]).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
      #expect(mark.total == Rational(points, over: 100))
      #expect(mark.isPass == (points >= 75))
    }
  }

  @Test("Over random schemes, mark and pass agree with whole numbers over one common denominator")
  func oracle() {
    for seed in 0..<5_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let first = random.next(below: 101)
      let second = random.next(below: 101 - first)
      let weights = [first, second, 100 - first - second]
      let pass = 1 + random.next(below: 100)
      let parts = (0..<3).map { _ in
        let d = 1 + random.next(below: 400)
        return (n: random.next(below: d + 1), d: d)
      }
      let common = parts.reduce(1) { $0 * $1.d }
      let sum = zip(weights, parts).reduce(0) { $0 + $1.0 * $1.1.n * (common / $1.1.d) }
      let mark = mark(
        (weights[0], weights[1], weights[2]), pass: pass, Rational(parts[0].n, over: parts[0].d),
        Rational(parts[1].n, over: parts[1].d), Rational(parts[2].n, over: parts[2].d))
      #expect(mark.total == Rational(sum, over: common * 100), "seed \(seed)")
      #expect(mark.isPass == (sum >= pass * common), "seed \(seed)")
      #expect(mark.parts.reduce(.zero) { $0 + $1.contribution } == mark.total)
    }
  }
}
