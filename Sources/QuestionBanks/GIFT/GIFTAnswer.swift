import Grading

/// One answer of a question in GIFT: `%50%text#feedback`.
struct GIFTAnswer {
  /// Whether it begins with an equals sign.
  let isEqual: Bool
  /// The weight in hundredths; `nil` if none is written.
  let weight: Rational?
  /// What is answered.
  let text: GIFTText
  /// What is said to it, if anything.
  let feedback: String?

  /// Takes an answer apart.
  init(isEqual: Bool, _ whole: GIFTText) {
    self.isEqual = isEqual
    var rest = whole.trimmed
    var weight: Rational?
    if rest.firstIndex(of: "%") == rest.units.startIndex,
      let (number, after) = GIFTText(rest.units.dropFirst()).split(at: "%"),
      number.units.count <= 20, let value = Rational(number.string)
    {
      weight = value
      rest = after
    }
    self.weight = weight
    if let (before, after) = rest.split(at: "#") {
      text = before
      feedback = after.isEmpty ? nil : after.string
    } else {
      text = rest
      feedback = nil
    }
  }

  /// Whether it earns everything.
  var isRight: Bool { isEqual && (weight ?? Rational(100)) == Rational(100) }
}
