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
  func lowestTerms() throws {
    for n in -40...40 {
      for d in -40...40 where d != 0 {
        let value = Rational(n, over: d)
        let numerator = try #require(Int("\(value.numerator)"))
        let denominator = try #require(Int("\(value.denominator)"))
        #expect(denominator > 0)
        #expect(numerator * d == n * denominator)
        let common = (1...40).filter {
          numerator.isMultiple(of: $0) && denominator.isMultiple(of: $0)
        }
        #expect(common.max() == (n == 0 ? denominator : 1))
      }
    }
    #expect(Rational(0, over: -7) == .zero)
    #expect(Rational(0, over: 7).denominator == BigInteger(1))
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

  @Test("Sums over many large denominators stay exact")
  func largeSums() throws {
    let primes = [1_000_003, 998_244_353, 2_147_483_647, 999_999_937, 67_280_421_310_721]
    var sum = Rational.zero
    for prime in primes { sum = sum + Rational(1, over: prime) }
    for prime in primes { sum = sum - Rational(1, over: prime) }
    #expect(sum == .zero)
    let hair =
      Rational(1, over: primes[0]) * Rational(1, over: primes[1]) * Rational(1, over: primes[4])
    let border = Rational(75, over: 100)
    #expect(border - hair < border && border < border + hair)
    #expect((border - hair).percentage == "74.99")
    let text = try JSONEncoder().encode(border - hair)
    #expect(try JSONDecoder().decode(Rational.self, from: text) == border - hair)
  }

  @Test(
    "A text is read exactly, as a fraction or a decimal",
    arguments: [
      ("3", 3, 1), ("-3/4", -3, 4), ("6/8", 3, 4), ("0.75", 3, 4), ("-0.5", -1, 2), ("007", 7, 1),
      ("12.500", 25, 2),
    ])
  func reading(text: String, n: Int, d: Int) {
    #expect(Rational(text) == Rational(n, over: d))
  }

  @Test(
    "Any other text is not read",
    arguments: [
      "", "-", ".", "1.", ".5", "1/0", "1/-2", "1/", "/2", "1/2/3", "1.2.3", "1e5", " 1", "-.5",
    ])
  func notReadText(text: String) {
    #expect(Rational(text) == nil)
  }

  @Test("Writing as a text, or as a decimal where there is one, reverses reading")
  func writing() {
    for seed in 0..<1_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let value = Self.fraction(&random).value
      #expect(Rational(value.description) == value)
      #expect(Rational(value.decimal) == value, "\(value.decimal)")
    }
    #expect(Rational(5, over: 100).decimal == "0.05")
    #expect(Rational(-1, over: 8).decimal == "-0.125")
    #expect(Rational(1, over: 3).decimal == "1/3")
  }
}
