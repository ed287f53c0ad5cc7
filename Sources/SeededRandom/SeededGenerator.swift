/// A source of numbers that are the same for the same seed, everywhere and for ever.
///
/// After Steele, Lea and Flood's SplitMix64. Not a secret: whoever knows one number knows the next.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  /// What the next number is made of.
  private var state: UInt64

  /// Starts a sequence of its own for each seed.
  package init(seed: UInt64) {
    state = seed
  }

  /// Mixes the next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a bound, from one draw of the sequence or more.
  ///
  /// Written out, since what the standard library makes of a generator's numbers is its own affair and may change, and a
  /// draw of exam questions must stay reproducible. Unbiased: numbers above the last whole multiple of the bound are
  /// thrown away.
  ///
  /// - Parameter bound: At least 1.
  package mutating func next(below bound: Int) -> Int {
    precondition(bound >= 1, "a number below \(bound) does not exist")
    let bound = UInt64(bound)
    let excess = (UInt64.max % bound + 1) % bound
    while true {
      let number = next()
      if number <= UInt64.max - excess { return Int(number % bound) }
    }
  }

  /// Picks an element.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[next(below: elements.count)]
  }

  /// Tosses a coin.
  package mutating func toss() -> Bool { next(below: 2) == 1 }

  /// The elements in a random order, each order as likely as any other (Fisher and Yates).
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for last in elements.indices.dropFirst().reversed() {
      elements.swapAt(last, next(below: last + 1))
    }
    return elements
  }
}
