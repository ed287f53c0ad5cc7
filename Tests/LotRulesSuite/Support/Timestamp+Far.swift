import EventSourcing

/// Moments far from the present: rules that read a clock are wrong by decades or centuries.
extension Timestamp {
  /// The beginning of 1971.
  static let in1971: Timestamp = 31_536_000_000

  /// The beginning of 2970.
  static let in2970: Timestamp = 31_556_995_200_000

  /// The moment so many milliseconds later.
  func later(by milliseconds: Int64) -> Timestamp {
    Timestamp(rawValue: rawValue + milliseconds)
  }

  /// The moment so many milliseconds earlier.
  func earlier(by milliseconds: Int64) -> Timestamp {
    Timestamp(rawValue: rawValue - milliseconds)
  }
}

extension Int64 {
  /// A day in milliseconds.
  static let day: Int64 = 86_400_000

  /// Five hundred years in milliseconds, to the day.
  static let fiveHundredYears: Int64 = 182_621 * day
}
