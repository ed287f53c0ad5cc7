/// A source of numbers that are the same in every run of the tests.
struct SeededGenerator: RandomNumberGenerator {
  /// What the next number is made of.
  private var state: UInt64

  /// Starts a sequence of its own for each seed.
  init(seed: UInt64) {
    state = seed
  }

  /// Mixes the next number, after Steele, Lea and Flood's SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Picks an element.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// Tosses a coin.
  mutating func toss() -> Bool { Bool.random(using: &self) }
}
