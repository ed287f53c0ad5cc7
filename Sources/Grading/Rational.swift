/// An exact fraction, for marks: nothing is rounded before the pass mark is compared.
///
/// Always in lowest terms with a positive denominator, so equal values are equal as stored. Arithmetic traps on
/// overflow, which marks made of small whole points stay far away from.
package struct Rational: Hashable, Sendable {
  /// The numerator; carries the sign.
  package let numerator: Int
  /// The denominator, at least 1.
  package let denominator: Int

  /// A fraction in lowest terms.
  ///
  /// The denominator must not be zero.
  package init(_ numerator: Int, over denominator: Int = 1) {
    precondition(denominator != 0, "a fraction needs a denominator other than zero")
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
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
    let hundredths = (numerator * 10_000) / denominator
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(numerator < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Euclid's algorithm; at least 1.
  private static func greatestCommonDivisor(_ a: UInt, _ b: UInt) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return Int(max(a, 1))
  }
}

extension Rational: Comparable {
  /// Compares by cross-multiplication, exactly.
  package static func < (a: Self, b: Self) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }
}

extension Rational: Codable {
  private enum CodingKeys: CodingKey { case numerator, denominator, percentage }

  /// Reads numerator and denominator; the percentage beside them is for people and not read.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let denominator = try members.decode(Int.self, forKey: .denominator)
    guard denominator > 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .denominator, in: members, debugDescription: "A denominator must be positive.")
    }
    self.init(try members.decode(Int.self, forKey: .numerator), over: denominator)
  }

  /// Writes the exact value, and beside it the percentage that people are shown.
  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(numerator, forKey: .numerator)
    try members.encode(denominator, forKey: .denominator)
    try members.encode(percentage, forKey: .percentage)
  }
}
