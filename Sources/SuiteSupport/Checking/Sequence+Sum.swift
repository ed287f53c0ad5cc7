extension Sequence<Int> {
  /// The sum, or `nil` if it is larger or smaller than a number can be.
  ///
  /// **Numbers of a submission are never added with `+`**: that would end the suite process where the sum does not fit.
  package var sumIfItFits: Int? {
    var sum = 0
    for number in self {
      let (next, isTooLarge) = sum.addingReportingOverflow(number)
      if isTooLarge { return nil }
      sum = next
    }
    return sum
  }
}
