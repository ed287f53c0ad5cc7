import Assessment

extension Intake.Outcome {
  /// Why it was refused, or `nil` when it was not.
  var reasons: [String]? {
    if case .refused(let reasons) = self { reasons } else { nil }
  }
}
