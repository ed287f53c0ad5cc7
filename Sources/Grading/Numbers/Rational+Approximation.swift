extension Rational {
  /// The nearest floating-point number or one beside it, for statistics and pictures.
  ///
  /// **No mark is ever computed from it.** A number that no floating-point number comes near is infinite.
  package var approximation: Double {
    if let numerator = Int(numerator.description), let denominator = Int(denominator.description) {
      return Double(numerator) / Double(denominator)
    }
    // The whole part and so many binary places of the rest, both of which fit.
    let scale = BigInteger(1 << 60)
    let whole = numerator / denominator
    let rest = (numerator % denominator) * scale / denominator
    return (Double(whole.description) ?? .infinity)
      + (Double(rest.description) ?? 0) / Double(1 << 60)
  }
}
