/// An exact fraction, for marks: nothing is rounded before the pass mark is compared.
///
/// Always in lowest terms with a positive denominator, so equal values are equal as stored. Numbers of any size are
/// exact, so no scheme can bring a mark to overflow.
package struct Rational: Hashable, Sendable {
  /// The numerator; carries the sign.
  package let numerator: BigInteger
  /// The denominator, at least 1.
  package let denominator: BigInteger

  /// A fraction in lowest terms.
  ///
  /// The denominator must not be zero.
  package init(_ numerator: BigInteger, over denominator: BigInteger) {
    precondition(!denominator.isZero, "a fraction needs a denominator other than zero")
    let divisor = BigInteger.greatestCommonDivisor(numerator, denominator)
    let signed = denominator.isNegative ? BigInteger(0) - divisor : divisor
    self.numerator = numerator / signed
    self.denominator = denominator / signed
  }

  /// A fraction in lowest terms.
  ///
  /// The denominator must not be zero.
  package init(_ numerator: Int, over denominator: Int = 1) {
    self.init(BigInteger(numerator), over: BigInteger(denominator))
  }

  /// Zero.
  package static let zero = Rational(0)
  /// One.
  package static let one = Rational(1)

  /// The sum.
  package static func + (a: Self, b: Self) -> Self {
    Rational(
      a.numerator * b.denominator + b.numerator * a.denominator,
      over: a.denominator * b.denominator)
  }

  /// The difference.
  package static func - (a: Self, b: Self) -> Self {
    Rational(
      a.numerator * b.denominator - b.numerator * a.denominator,
      over: a.denominator * b.denominator)
  }

  /// The product.
  package static func * (a: Self, b: Self) -> Self {
    Rational(a.numerator * b.numerator, over: a.denominator * b.denominator)
  }

  /// The quotient.
  ///
  /// The divisor must not be zero.
  package static func / (a: Self, b: Self) -> Self {
    Rational(a.numerator * b.denominator, over: a.denominator * b.numerator)
  }

  /// The value as a percentage with two decimals, cut off and never rounded up, for people to read.
  ///
  /// Cutting keeps the view honest at a border: 74.999… reads as 74.99, not as 75.00.
  package var percentage: String {
    let hundredths = numerator * BigInteger(10_000) / denominator
    let digits = hundredths.magnitude.description
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return "\(isNegative ? "-" : "")\(padded.dropLast(2)).\(padded.suffix(2))"
  }

  /// The value as a percentage with two decimals, never less than it is: what is missing to a border, or needed.
  ///
  /// Whoever reaches what this shows has reached the value itself. The value must not be negative.
  package var percentageUp: String {
    let cut = Rational(percentage) ?? .zero
    let isExact = cut == self * Rational(100)
    let shown = isExact ? cut : cut + Rational(1, over: 100)
    return (shown / Rational(100)).percentage
  }

  /// Whether it is below zero.
  package var isNegative: Bool { numerator.isNegative }
}

extension Rational: Comparable {
  /// Compares by cross-multiplication, exactly.
  package static func < (a: Self, b: Self) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }
}
