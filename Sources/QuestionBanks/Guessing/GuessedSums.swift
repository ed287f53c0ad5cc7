import Grading

/// How likely the sums of some questions' credits are for a blind guesser, in whole numbers.
///
/// A sum counts ``grain``ths of a question. A weight is a probability times a denominator that whoever adds keeps account
/// of, so that nothing is divided and everything stays exact.
struct GuessedSums {
  /// The weight of each sum that can happen.
  private(set) var weights: [Int: BigInteger]

  /// The sum of no question: certainly nothing.
  static let nothing = GuessedSums(weights: [0: BigInteger(1)])

  /// Some weights.
  init(weights: [Int: BigInteger] = [:]) {
    self.weights = weights
  }

  /// Adds a weight to a sum.
  mutating func add(_ weight: BigInteger, to sum: Int) {
    weights[sum] = weights[sum].map { $0 + weight } ?? weight
  }

  /// Both kinds of weights together.
  static func + (a: Self, b: Self) -> Self {
    b.weights.reduce(into: a) { $0.add($1.value, to: $1.key) }
  }

  /// The sums of both, which are independent of each other.
  ///
  /// - Parameter useful: The sums that matter: smaller ones are left out, greater ones count as the greatest.
  func adding(_ other: Self, useful: ClosedRange<Int>) -> Self {
    var result = Self()
    for (a, weightOfA) in weights {
      for (b, weightOfB) in other.weights where a + b >= useful.lowerBound {
        result.add(weightOfA * weightOfB, to: min(a + b, useful.upperBound))
      }
    }
    return result
  }

  /// The least favourable bound of several: reaching any sum is as likely as it is in the kindest of them.
  ///
  /// All must be weighed by the same denominator.
  static func kindest(of list: [Self]) -> Self {
    let sums = Set(list.flatMap(\.weights.keys)).sorted(by: >)
    var reached = list.map { _ in BigInteger(0) }
    var before = BigInteger(0)
    var result = Self()
    for sum in sums {
      for index in list.indices {
        if let weight = list[index].weights[sum] { reached[index] = reached[index] + weight }
      }
      let now = max(before, reached.max() ?? before)
      if now != before { result.weights[sum] = now - before }
      before = now
    }
    return result
  }
}
