import CCrypto

/// A whole number of any size.
///
/// Sums of fractions over the points of many exercises outgrow every machine word, and a mark is never rounded. What fits
/// a machine word is computed in one; the rest by libcrypto.
package struct BigInteger: Sendable {
  /// **One number has one form**: it is large only if it does not fit a word.
  private enum Form: Sendable {
    case word(Int)
    case large(LargeInteger)
  }

  private let form: Form

  /// The number of a machine word.
  package init(_ value: Int) {
    form = .word(value)
  }

  /// A result of libcrypto's, in a word if it fits.
  private init(_ large: LargeInteger) {
    form = Int(large.description).map(Form.word) ?? .large(large)
  }

  /// The number that a text writes in decimal digits, after a minus sign if it is negative; else `nil`.
  package init?(_ text: some StringProtocol) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard (1...10_000).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    if let word = Int(text) {
      form = .word(word)
    } else {
      form = .large(LargeInteger(decimal: String(text)))
    }
  }

  /// The number in libcrypto's form.
  private var large: LargeInteger {
    switch form {
    case .word(let word): LargeInteger(word)
    case .large(let large): large
    }
  }

  /// Whether it is zero.
  package var isZero: Bool { self == Self(0) }

  /// Whether it is below zero.
  package var isNegative: Bool { self < Self(0) }

  /// The number without its sign.
  package var magnitude: Self { isNegative ? Self(0) - self : self }

  /// The sum.
  package static func + (a: Self, b: Self) -> Self {
    compute(a, b, { $0.addingReportingOverflow($1) }, LargeInteger.sum)
  }

  /// The difference.
  package static func - (a: Self, b: Self) -> Self {
    compute(a, b, { $0.subtractingReportingOverflow($1) }, LargeInteger.difference)
  }

  /// The product.
  package static func * (a: Self, b: Self) -> Self {
    compute(a, b, { $0.multipliedReportingOverflow(by: $1) }, LargeInteger.product)
  }

  /// The quotient cut off toward zero.
  ///
  /// The divisor must not be zero.
  package static func / (a: Self, b: Self) -> Self {
    compute(a, b, { $0.dividedReportingOverflow(by: $1) }, LargeInteger.quotient)
  }

  /// The rest of the division that cuts off toward zero; carries the sign of the dividend.
  ///
  /// The divisor must not be zero.
  package static func % (a: Self, b: Self) -> Self {
    compute(a, b, { $0.remainderReportingOverflow(dividingBy: $1) }, LargeInteger.rest)
  }

  /// The greatest number that divides both; at least 0.
  package static func greatestCommonDivisor(_ a: Self, _ b: Self) -> Self {
    compute(
      a, b,
      { a, b in
        var (a, b) = (a.magnitude, b.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return (Int(truncatingIfNeeded: a), a > Int.max)
      }, LargeInteger.greatestCommonDivisor)
  }

  /// Computes in words, or by libcrypto where an operand or the result does not fit one.
  private static func compute(
    _ a: Self, _ b: Self, _ inWords: (Int, Int) -> (partialValue: Int, overflow: Bool),
    _ atLarge: (LargeInteger, LargeInteger) -> LargeInteger
  ) -> Self {
    if case .word(let x) = a.form, case .word(let y) = b.form {
      let (value, overflows) = inWords(x, y)
      if !overflows { return Self(value) }
    }
    return Self(atLarge(a.large, b.large))
  }
}

extension BigInteger: Comparable, Hashable {
  /// Compares the values.
  package static func == (a: Self, b: Self) -> Bool {
    switch (a.form, b.form) {
    case (.word(let x), .word(let y)): x == y
    case (.large(let x), .large(let y)): x.compare(to: y) == 0
    default: false
    }
  }

  /// Compares the values.
  package static func < (a: Self, b: Self) -> Bool {
    if case .word(let x) = a.form, case .word(let y) = b.form { return x < y }
    return a.large.compare(to: b.large) < 0
  }

  /// Hashes the value.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(description)
  }
}

extension BigInteger: CustomStringConvertible {
  /// The decimal digits, after a minus sign if it is negative.
  package var description: String {
    switch form {
    case .word(let word): "\(word)"
    case .large(let large): large.description
    }
  }
}
