extension TryPolicies {
  /// Reads the policies under `tries`: `default`, `twoOptions`, and any kind of question by its name.
  init(_ reader: ObjectReader) throws(DocumentError) {
    var reader = reader
    let standard = try TryPolicy(try reader.object("default"))
    self.init(standard: standard)
    if reader.has("twoOptions") { twoOptions = try TryPolicy(try reader.object("twoOptions")) }
    for kind in Question.Kind.allCases where reader.has(kind.rawValue) {
      byKind[kind] = try TryPolicy(try reader.object(kind.rawValue))
    }
    try reader.finish()
  }
}

extension TryPolicy {
  /// Reads one policy.
  ///
  /// The credit may fall from try to try and never rises, so that nobody gains by being wrong first.
  init(_ reader: ObjectReader) throws(DocumentError) {
    var reader = reader
    self.init(
      credit: try reader.numbers("credit", in: .zero ... .one),
      feedback: try reader.choice("feedback", of: Feedback.self))
    guard credit.count <= 20, zip(credit, credit.dropFirst()).allSatisfy({ $0 >= $1 }) else {
      throw reader.error(at: "credit", "must be at most 20 numbers, none above the one before it")
    }
    try reader.finish()
  }
}
