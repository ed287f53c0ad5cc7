extension Rational {
  /// The mean of some values by weight, exact; `nil` where nothing has a weight.
  ///
  /// Every score of case studies is one, so that all views of a mark agree.
  package static func weightedMean(_ parts: some Sequence<(value: Rational, weight: Int)>)
    -> Rational?
  {
    var sum = Rational.zero
    var total = 0
    for part in parts {
      sum = sum + part.value * Rational(part.weight)
      total += part.weight
    }
    return total == 0 ? nil : sum / Rational(total)
  }
}
