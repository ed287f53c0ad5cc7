import Foundation
import Grading
import SeededRandom
import Testing

@Suite("Marks are exact fractions")
struct RationalTests {
  /// A small random fraction, its parts, and another way to write it.
  private static func fraction(
    _ random: inout SeededGenerator
  ) -> (value: Rational, n: Int, d: Int) {
    let n = Int.random(in: -60...60, using: &random)
    var d = 0
    while d == 0 { d = Int.random(in: -60...60, using: &random) }
    return (Rational(n, over: d), n, d)
  }

  @Test("Arithmetic and order agree with whole numbers over a common denominator")
  func arithmetic() {
    for seed in 0..<5_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let (a, n, d) = Self.fraction(&random)
      let (b, m, e) = Self.fraction(&random)
      // Over the denominator d·e, which may be negative.
      let sign = d * e < 0 ? -1 : 1
      #expect((a == b) == (n * e == m * d))
      #expect((a < b) == (sign * n * e < sign * m * d), "\(a) \(b)")
      #expect((a + b) == Rational(n * e + m * d, over: d * e))
      #expect((a * b) == Rational(n * m, over: d * e))
      if m != 0 { #expect((a / b) == Rational(n * e, over: d * m)) }
    }
  }

  @Test("The laws of a field hold")
  func laws() {
    for seed in 0..<2_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let (a, b, c) = (
        Self.fraction(&random).value, Self.fraction(&random).value, Self.fraction(&random).value
      )
      #expect(a + b == b + a)
      #expect(a * b == b * a)
      #expect((a + b) + c == a + (b + c))
      #expect((a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect(a + .zero == a)
      #expect(a * .one == a)
      #expect(a + a * Rational(-1) == .zero)
      if b != .zero { #expect(a / b * b == a) }
      // Exactly one of the three holds, and adding does not change which.
      #expect([a < b, a == b, b < a].count { $0 } == 1)
      #expect((a < b) == (a + c < b + c))
    }
  }

  @Test("A fraction is stored in lowest terms with a positive denominator")
  func lowestTerms() {
    for n in -40...40 {
      for d in -40...40 where d != 0 {
        let value = Rational(n, over: d)
        #expect(value.denominator > 0)
        #expect(value.numerator * d == n * value.denominator)
        let common = (1...40).filter {
          value.numerator.isMultiple(of: $0) && value.denominator.isMultiple(of: $0)
        }
        #expect(common.max() == (n == 0 ? value.denominator : 1))
      }
    }
    #expect(Rational(0, over: -7) == .zero)
    #expect(Rational(0, over: 7).denominator == 1)
  }

  @Test(
    "A percentage has two decimals, which are cut off and never rounded up",
    arguments: [
      (0, 1, "0.00"), (1, 1, "100.00"), (1, 3, "33.33"), (2, 3, "66.66"), (3, 4, "75.00"),
      (74_999, 100_000, "74.99"), (749_999_999, 1_000_000_000, "74.99"), (1, 10_001, "0.00"),
      (1, 1_000, "0.10"), (1, 2_000, "0.05"), (35, 36, "97.22"), (3, 2, "150.00"),
      (99_999, 100_000, "99.99"), (-1, 3, "-33.33"), (-1, 2_000, "-0.05"),
    ])
  func percentage(n: Int, d: Int, text: String) {
    #expect(Rational(n, over: d).percentage == text)
  }

  @Test("A percentage never shows more than the value, and less by under a hundredth")
  func honestPercentage() throws {
    for seed in 0..<2_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let d = Int.random(in: 1...10_000, using: &random)
      let n = Int.random(in: 0...d, using: &random)
      let text = Rational(n, over: d).percentage
      let parts = text.split(separator: ".")
      #expect(parts.count == 2 && parts[1].count == 2, "\(text)")
      let shown = try #require(Int(parts.joined()))
      #expect(shown * d <= n * 10_000 && n * 10_000 < (shown + 1) * d, "\(n)/\(d) \(text)")
    }
  }

  @Test("It is written with both parts and the percentage, and read from both parts")
  func coding() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(Rational(70, over: 72)), as: UTF8.self)
    #expect(text == #"{"denominator":36,"numerator":35,"percentage":"97.22"}"#)
    let read = try JSONDecoder().decode(Rational.self, from: Data(text.utf8))
    #expect(read == Rational(35, over: 36))
    let other = Data(#"{"numerator":4,"denominator":6,"percentage":"100.00"}"#.utf8)
    #expect(try JSONDecoder().decode(Rational.self, from: other) == Rational(2, over: 3))
  }

  @Test(
    "A fraction without a positive denominator is not read",
    arguments: [
      #"{"numerator":1,"denominator":0}"#, #"{"numerator":1,"denominator":-2}"#,
      #"{"numerator":1}"#, #"{"denominator":1}"#, #"{"numerator":1.5,"denominator":1}"#,
      #""1/2""#, "0.5",
    ])
  func notRead(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Rational.self, from: Data(text.utf8))
    }
  }
}
