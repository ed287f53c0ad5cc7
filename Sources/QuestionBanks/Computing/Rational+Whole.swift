import Grading

extension Rational {
  /// The greatest whole number that is not above it.
  var floor: BigInteger {
    let quotient = numerator / denominator
    let isExact = (numerator % denominator).isZero
    return isNegative && !isExact ? quotient - BigInteger(1) : quotient
  }

  /// The least whole number that is not below it.
  var ceiling: BigInteger { BigInteger(0) - (Rational.zero - self).floor }
}
