extension Rational: LosslessStringConvertible {
  /// The fraction as `3/4`, or a whole number as `3`.
  package var description: String {
    denominator == BigInteger(1) ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  /// Reads `3`, `-3/4` or a decimal such as `0.75`, each exactly; else gives `nil`.
  ///
  /// Digits are the ASCII ones; there is no exponent and no space.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let numerator = BigInteger(parts[0]), let denominator = BigInteger(parts[1]),
        !denominator.isZero, !denominator.isNegative
      else { return nil }
      self.init(numerator, over: denominator)
      return
    }
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false)
    guard decimals.count <= 2, decimals[0] != "-", let first = decimals.first, !first.isEmpty,
      decimals.count == 1 || (!decimals[1].isEmpty && decimals[1].utf8.count <= 1_000),
      let digits = BigInteger(decimals.joined())
    else { return nil }
    let places = decimals.count == 2 ? decimals[1].utf8.count : 0
    let scale = BigInteger("1" + String(repeating: "0", count: places)) ?? BigInteger(1)
    self.init(digits, over: scale)
  }
}

extension Rational {
  /// The exact value as a decimal, where it has one of at most 30 places; else as a fraction.
  package var decimal: String {
    var scaled = self
    for places in 0...30 {
      if scaled.denominator == BigInteger(1) {
        let digits = scaled.numerator.magnitude.description
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let whole = "\(isNegative ? "-" : "")\(padded.dropLast(places))"
        return places == 0 ? whole : "\(whole).\(padded.suffix(places))"
      }
      scaled = scaled * Rational(10)
    }
    return description
  }
}

extension Rational: Codable {
  private enum CodingKeys: CodingKey { case numerator, denominator, percentage }

  /// Reads numerator and denominator; the percentage beside them is for people and not read.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let denominator = try Self.part(.denominator, of: members)
    guard !denominator.isZero, !denominator.isNegative else {
      throw DecodingError.dataCorruptedError(
        forKey: .denominator, in: members, debugDescription: "A denominator must be positive.")
    }
    self.init(try Self.part(.numerator, of: members), over: denominator)
  }

  /// Writes the exact value, and beside it the percentage that people are shown.
  ///
  /// Numerator and denominator are JSON numbers, or texts of decimal digits where they exceed 64 bits.
  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    for (key, number) in [(CodingKeys.numerator, numerator), (.denominator, denominator)] {
      if let small = Int(number.description) {
        try members.encode(small, forKey: key)
      } else {
        try members.encode(number.description, forKey: key)
      }
    }
    try members.encode(percentage, forKey: .percentage)
  }

  /// Reads a whole number that is written as a number or as a text.
  private static func part(
    _ key: CodingKeys, of members: KeyedDecodingContainer<CodingKeys>
  ) throws -> BigInteger {
    if let text = try? members.decode(String.self, forKey: key), let number = BigInteger(text) {
      return number
    }
    return BigInteger(try members.decode(Int.self, forKey: key))
  }
}
