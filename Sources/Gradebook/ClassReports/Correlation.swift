import Grading

/// Pearson's correlation of pairs of exact numbers, from -1 to 1; `nil` if all on one side are equal, as there is none then.
///
/// **Whether it exists is decided exactly**, before anything is rounded, and the order of the pairs makes no difference:
/// the sums are taken in an order of their own.
func correlation(of pairs: [(x: Rational, y: Rational)]) -> Double? {
  guard let first = pairs.first, pairs.contains(where: { $0.x != first.x }),
    pairs.contains(where: { $0.y != first.y })
  else { return nil }
  let numbers = pairs.map { ($0.x.approximation, $0.y.approximation) }.sorted { $0 < $1 }
  let count = Double(numbers.count)
  let meanX = numbers.reduce(0) { $0 + $1.0 } / count
  let meanY = numbers.reduce(0) { $0 + $1.1 } / count
  var (xx, yy, xy) = (0.0, 0.0, 0.0)
  for (x, y) in numbers {
    xx += (x - meanX) * (x - meanX)
    yy += (y - meanY) * (y - meanY)
    xy += (x - meanX) * (y - meanY)
  }
  let root = xx.squareRoot() * yy.squareRoot()
  // Numbers that differ by less than a floating-point number can hold count as equal.
  guard root > 0 else { return nil }
  return min(1, max(-1, xy / root))
}
