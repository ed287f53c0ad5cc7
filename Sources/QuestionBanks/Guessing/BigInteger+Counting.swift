import Grading

extension BigInteger {
  /// How many ways there are to choose some of several things.
  ///
  /// - Parameters:
  ///   - count: How many are chosen, from 0 to `size`.
  ///   - size: How many there are.
  static func choices(of count: Int, from size: Int) -> BigInteger {
    (0..<count).reduce(BigInteger(1)) { $0 * BigInteger(size - $1) / BigInteger($1 + 1) }
  }

  /// How many orders of some items have none right before the one that follows it in the right order.
  ///
  /// Inclusion and exclusion over the places where such neighbours could stand.
  static func ordersWithoutNeighbours(of size: Int) -> BigInteger {
    (0..<max(size, 1)).reduce(BigInteger(0)) { sum, glued in
      let orders = (1...max(size - glued, 1)).reduce(BigInteger(1)) { $0 * BigInteger($1) }
      let term = choices(of: glued, from: max(size - 1, 0)) * orders
      return glued.isMultiple(of: 2) ? sum + term : sum - term
    }
  }
}
