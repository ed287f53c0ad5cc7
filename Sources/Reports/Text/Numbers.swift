import Foundation
import Grading

extension Double {
  /// The number with three decimals, rounded, for statistics: `-0.125`; never with a sign before nothing.
  var thousandths: String {
    let text = String(format: "%.3f", self)
    return text == "-0.000" ? "0.000" : text
  }
}

extension Rational {
  /// The whole hundredths, cut off and never rounded up.
  var wholePercent: Int {
    Int((numerator * BigInteger(100) / denominator).description) ?? 0
  }

  /// The number with two decimals, cut off.
  var twoDecimals: String { (self / Rational(100)).percentage }
}
